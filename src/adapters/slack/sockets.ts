import { setTimeout as pause } from 'node:timers/promises';
import { type App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../ports/log.ts';
import { boltLog } from './bolt-log.ts';
import { slackApi } from './clients.ts';

export type SocketSettings = { readonly appToken: string; readonly apiUrl: string | null; readonly log: Log };

/** The open lines to Slack. */
export type Sockets = {
  /** What Bolt wants for its own; the other lines bring to the same app. */
  readonly receiver: SocketModeReceiver;
  /** Opens the lines and keeps them open; resolves with the first. */
  open(app: App): Promise<void>;
  close(): void;
  connected(): boolean;
};

/** Two, so that one is there while Slack renews the other; Slack brings each thing to one of them. */
const lines = 2;

export function sockets(settings: SocketSettings): Sockets {
  const receivers = Array.from({ length: lines }, () => newReceiver(settings));
  const [receiver] = receivers;
  if (receiver === undefined) throw new Error('There must be a line to Slack.');
  const stop = new AbortController();
  return {
    receiver,
    async open(app) {
      for (const one of receivers) one.init(app);
      await Promise.race(receivers.map((one, line) => keepOpen(one, settings.log.child({ line }), stop.signal)));
    },
    close() {
      stop.abort();
      for (const { client } of receivers) void client.disconnect();
    },
    connected: () => receivers.some(isOpen),
  };
}

/**
 * Its options object is its own: App and SocketModeClient write their retry settings into what they are given. Reconnecting is ours: the library
 * waits 5 s without a line each time Slack renews one, and a reconnect that fails for good is an unhandled rejection or a process that lives on deaf.
 */
const newReceiver = ({ appToken, apiUrl, log }: SocketSettings): SocketModeReceiver =>
  new SocketModeReceiver({
    appToken,
    logger: boltLog(log),
    logLevel: LogLevel.INFO,
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        slackApiUrl: apiUrl ?? slackApi,
        retryConfig: { retries: 0, maxTimeout: longestWait },
        timeout: 10_000,
      },
    },
  });

const shortestWait = 500;
const longestWait = 30_000;
const openWithin = 15_000;
/** A line that held this long was a good one: the next is opened at once. */
const goodLine = 5_000;

/** Resolves once the line has been open for the first time, and goes on keeping it open until the signal. */
function keepOpen(receiver: SocketModeReceiver, log: Log, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve());
  void (async () => {
    for (let wait = 0; !signal.aborted; ) {
      const lived = await live(receiver, log, resolve, signal);
      wait = lived > goodLine ? 0 : Math.min(Math.max(wait * 2, shortestWait), longestWait);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  })();
  return promise;
}

/** One life of a line; how long it was open, in milliseconds. */
async function live(receiver: SocketModeReceiver, log: Log, opened: () => void, signal: AbortSignal): Promise<number> {
  const { client } = receiver;
  const closed = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  const late = setTimeout(() => void client.disconnect(), openWithin);
  try {
    await client.start();
    clearTimeout(late);
    // a start that was under way when the desk closed
    if (signal.aborted) void client.disconnect();
    else log.info({}, 'connected to Slack');
    const since = Date.now();
    opened();
    await closed;
    if (!signal.aborted)
      log.info({ seconds: Math.round((Date.now() - since) / 1000) }, 'Slack closed the line; opening another');
    return Date.now() - since;
  } catch (error) {
    if (!signal.aborted) log.warn({ err: error }, 'Slack cannot be reached; trying again');
    return 0;
  } finally {
    clearTimeout(late);
  }
}

const isOpen = ({ client }: SocketModeReceiver): boolean => client.websocket?.isActive() ?? false;
