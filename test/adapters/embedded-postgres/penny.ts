import { startEmbeddedPostgres } from '../../../src/adapters/embedded-postgres/start.ts';
import { silent } from '../../support/silent.ts';

// A Penny to be killed: starts the server in the folder it is given, says where, and stays.
const [, , folder = ''] = process.argv;
const server = await startEmbeddedPostgres({ folder, log: silent, durable: false });
process.stdout.write(`${JSON.stringify(server)}\n`);
setInterval(() => {}, 60_000);
