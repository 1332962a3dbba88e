import { setTimeout as pause } from 'node:timers/promises';
import { type App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { Fault } from '../../domain/fault.ts';
import type { Log } from '../../ports/log.ts';
import { boltLog } from './bolt-log.ts';
import { slackApi } from './clients.ts';
import { credentialErrors, slackCode } from './faults.ts';

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

/**
 * Resolves once the line has been open for the first time, and goes on keeping it open until the signal.
 * Rejects with Fault('invalid') when Slack refuses the token before that: waiting does not cure it.
 */
function keepOpen(receiver: SocketModeReceiver, log: Log, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  signal.addEventListener('abort', () => resolve());
  let opened = false;
  const nowOpen = () => {
    opened = true;
    resolve();
  };
  void (async () => {
    for (let wait = 0; !signal.aborted; ) {
      const lived = await live(receiver, log, nowOpen, signal).catch((error: unknown) => {
        if (!opened && isRefused(error)) reject(refusal(error));
        else if (!signal.aborted) log.warn({ err: error }, 'Slack cannot be reached; trying again');
        return 0;
      });
      wait = lived > goodLine ? 0 : Math.min(Math.max(wait * 2, shortestWait), longestWait);
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  })();
  return promise;
}

/** One life of a line; how long it was open, in milliseconds. Throws when it could not be opened. */
async function live(receiver: SocketModeReceiver, log: Log, opened: () => void, signal: AbortSignal): Promise<number> {
  const { client } = receiver;
  const closed = Promise.withResolvers<void>();
  client.once('disconnected', closed.resolve);
  const late = setTimeout(() => void client.disconnect(), openWithin);
  try {
    await client.start();
    clearTimeout(late);
    // a start that was under way when the desk closed
    if (signal.aborted) void client.disconnect();
    else log.info({}, 'connected to Slack');
    const since = Date.now();
    opened();
    await closed.promise;
    const lived = Date.now() - since;
    if (!signal.aborted) log.info({ seconds: Math.round(lived / 1000) }, 'Slack closed the line; opening another');
    return lived;
  } finally {
    clearTimeout(late);
    client.off('disconnected', closed.resolve);
  }
}

const isRefused = (error: unknown): boolean => {
  const code = slackCode(error);
  return code !== null && (credentialErrors.has(code) || code === 'missing_scope');
};

const refusal = (error: unknown) =>
  new Fault(
    'invalid',
    `Slack refuses the app token (${slackCode(error)}). Check SLACK_APP_TOKEN: it needs the scope connections:write.`,
    { cause: error },
  );

const isOpen = ({ client }: SocketModeReceiver): boolean => client.websocket?.isActive() ?? false;
