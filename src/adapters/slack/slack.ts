import { App, LogLevel } from '@slack/bolt';
import type { Command } from '../../engine/command.ts';
import type { Interaction } from '../../engine/interaction.ts';
import type { Ports } from '../../engine/ports.ts';
import type { Suggestion } from '../../engine/suggestion.ts';
import type { Log } from '../../ports/log.ts';
import type { Workspace } from '../../ports/workspace.ts';
import { answers } from './answer.ts';
import { boltLog } from './bolt-log.ts';
import { slackApi, slackClients } from './clients.ts';
import { delivery } from './deliver.ts';
import { leftBehindAfter, sweep } from './download.ts';
import { slackFileHosts } from './file-hosts.ts';
import { inboxGate } from './gate.ts';
import { type Identity, identified, identity } from './identity.ts';
import { intake } from './intake.ts';
import { listen } from './listeners.ts';
import { warnOfMissingScopes } from './scopes.ts';
import { sender } from './send.ts';
import { type Sockets, sockets } from './sockets.ts';
import { slackWorkspace } from './workspace.ts';

export type SlackSettings = {
  readonly botToken: string;
  readonly appToken: string;
  /** Null: Slack's own. */
  readonly apiUrl: string | null;
  /** The hosts (host, or host:port) that are shown the bot token for a file; none means Slack's own. */
  readonly fileHosts: readonly string[];
  readonly commands: readonly Command[];
  readonly interactions: readonly Interaction[];
  readonly suggestions: readonly Suggestion[];
  readonly log: Log;
  /** Bytes that a file of that name may have. */
  readonly mostBytes: (name: string) => number;
  /** The folder for copies of files while they are worked on. */
  readonly temp: string;
  /** How long a fresh picture may take to be usable, in milliseconds; 15 s unless a test is in a hurry. */
  readonly pictureWithin?: number;
};

/** Penny's place in a Slack workspace: what people do there comes in, what Penny says goes out. */
export type SlackDesk = {
  /** Usable before `start`. */
  readonly workspace: Workspace;
  /** Resolves once Slack is connected; waits for a network that is away. Throws Fault('invalid') for a token that Slack refuses. */
  start(ports: Ports): Promise<void>;
  /** Takes nothing new in, then waits for what is being worked on: at most 15 s. */
  stop(): Promise<void>;
  connected(): boolean;
};

const drainWithin = 12_000;
const acknowledgeWithin = 3_000;

export function slackDesk(settings: SlackSettings): SlackDesk {
  const log = settings.log.child({ part: 'slack' });
  const clients = slackClients({ ...settings, log });
  const send = sender({ posts: clients.posts, log, pictureWithin: settings.pictureWithin ?? 15_000 });
  const deliver = delivery({ clients, sender: send, log });
  const ask = identity(clients.reads);
  const download = { ...settings, fileHosts: settings.fileHosts.length > 0 ? settings.fileHosts : slackFileHosts };
  const lines = sockets({ ...settings, log });
  const taken = intake();
  const stopping = new AbortController();

  return {
    workspace: slackWorkspace({ clients, sender: send, deliver, identity: ask, download }),
    async start(ports) {
      await sweep(settings.temp, new Date(Date.now() - leftBehindAfter));
      const penny = await identified(ask, log, stopping.signal);
      warnOfMissingScopes(penny, log);
      const app = boltApp(settings, lines, penny);
      const answer = answers({ clients, deliver, sender: send, log });
      listen(app, { ...settings, ports, answer, team: penny.team });
      const entries = new Set(settings.interactions.map(({ name }) => name));
      const isStopping = () => stopping.signal.aborted;
      taken.guard(app, inboxGate({ store: ports.store, log, entries, pennyUser: penny.user, stopping: isStopping }));
      await lines.open(app);
    },
    async stop() {
      stopping.abort();
      // an answer to Slack needs the line, what comes after does not
      await taken.answered(acknowledgeWithin);
      lines.close();
      if (!(await taken.done(drainWithin))) log.warn({}, 'stopped before everything in hand was done');
    },
    connected: lines.connected,
  };
}

/** Answers who Penny is from what is known already: Bolt would remember one failed auth.test for ever and drop all that comes. */
function boltApp({ botToken, apiUrl, log }: SlackSettings, { receiver }: Sockets, penny: Identity): App {
  const app = new App({
    receiver,
    authorize: async () => ({ botToken, botId: penny.bot, botUserId: penny.user }),
    convoStore: false,
    logger: boltLog(log),
    logLevel: LogLevel.INFO,
    clientOptions: {
      slackApiUrl: apiUrl ?? slackApi,
      retryConfig: { retries: 0 },
      timeout: 10_000,
      // also what answers a response_url, which Bolt leaves without a limit of time
      fetch: (url, init) =>
        fetch(url, { ...init, redirect: 'error', signal: init?.signal ?? AbortSignal.timeout(10_000) }),
    },
  });
  app.error(async (error) => log.error({ err: error }, 'a listener failed'));
  return app;
}
