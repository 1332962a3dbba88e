import dgram from 'node:dgram';
import dns from 'node:dns';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

/** Loaded before anything else in a child and its threads: a parser has nothing to ask of any network. */
function refuse(): never {
  throw new Error('no network in here');
}

net.Socket.prototype.connect = refuse;
dgram.createSocket = refuse;
Object.assign(dns, { lookup: refuse, resolve: refuse });
Object.assign(dns.promises, { lookup: refuse, resolve: refuse });
syncBuiltinESMExports();
