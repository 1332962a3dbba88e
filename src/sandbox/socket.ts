import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import { newId } from './ids.ts';

type Json = Readonly<Record<string, unknown>>;

export type SocketEvents = {
  /** An app's socket is open and has been greeted. */
  readonly onOpen: () => void;
  readonly onClose: () => void;
  /** The app answered an envelope. */
  readonly onAck: (envelopeId: string, payload: Json) => void;
};

/** The Socket Mode side of Slack: tickets, greetings, pings. At most ten sockets, each message goes to one of them. */
export type Sockets = {
  /** A fresh address for apps.connections.open; good for one connection. */
  issueTicket(): string;
  /** Sends to one open socket, turn by turn; false when none is open. */
  send(message: Json): boolean;
  isConnected(): boolean;
  /** What Slack does when it recycles a host: asks to reconnect, does not close by itself. */
  askToReconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void;
  /** Cuts all connections without a word. */
  drop(): void;
  /** Says goodbye to every socket and waits for the answer, but not for long. */
  close(): Promise<void>;
};

const MAX_CONNECTIONS = 10;
const PING_EVERY_MS = 10_000;
const GOODBYE_MS = 500;
// About five hours, what Slack says of a fresh connection.
const APPROXIMATE_CONNECTION_S = 18_060;

export function createSockets(server: Server, address: () => string, appId: string, events: SocketEvents): Sockets {
  const wss = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  let turn = 0;
  const open = () => [...wss.clients].filter((socket) => socket.readyState === WebSocket.OPEN);

  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const ticket = new URL(request.url ?? '/', 'http://sandbox').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket) || open().length >= MAX_CONNECTIONS) return socket.destroy();
    wss.handleUpgrade(request, socket, head, (connection) => greet(connection, wss, appId, events));
  });
  const pings = setInterval(() => {
    for (const socket of open()) socket.ping();
  }, PING_EVERY_MS);
  pings.unref();

  return {
    issueTicket() {
      const ticket = newId('', 24);
      tickets.add(ticket);
      return `${address().replace('http', 'ws')}/link/?ticket=${ticket}&app_id=${appId}`;
    },
    send(message) {
      const sockets = open();
      turn += 1;
      const socket = sockets[turn % Math.max(1, sockets.length)];
      socket?.send(JSON.stringify(message));
      return socket !== undefined;
    },
    isConnected: () => open().length > 0,
    askToReconnect(reason) {
      for (const socket of open())
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'sandbox' } }));
    },
    drop() {
      for (const socket of wss.clients) socket.terminate();
    },
    async close() {
      clearInterval(pings);
      wss.close();
      await Promise.all([...wss.clients].map(sayGoodbye));
    },
  };
}

/** Cut off while it is closing itself, Bolt 5.1 keeps its process alive for another half minute. */
function sayGoodbye(socket: WebSocket): Promise<void> {
  return new Promise((resolve) => {
    const patience = setTimeout(() => socket.terminate(), GOODBYE_MS);
    socket.once('close', () => {
      clearTimeout(patience);
      resolve();
    });
    socket.close(1001);
  });
}

function greet(socket: WebSocket, wss: WebSocketServer, appId: string, events: SocketEvents): void {
  socket.on('message', (data) => {
    const answer = parseAck(String(data));
    if (answer) events.onAck(answer.id, answer.payload);
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', events.onClose);
  socket.send(
    JSON.stringify({
      type: 'hello',
      num_connections: wss.clients.size,
      debug_info: {
        host: 'sandbox',
        started: new Date().toISOString(),
        build_number: 1,
        approximate_connection_time: APPROXIMATE_CONNECTION_S,
      },
      connection_info: { app_id: appId },
    }),
  );
  events.onOpen();
}

function parseAck(data: string): { readonly id: string; readonly payload: Json } | undefined {
  try {
    const message = JSON.parse(data);
    if (typeof message?.envelope_id !== 'string') return undefined;
    return { id: message.envelope_id, payload: message.payload ?? {} };
  } catch {
    return undefined; // Slack ignores what it cannot read
  }
}
