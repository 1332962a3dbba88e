import { stat } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { SandboxClock } from './clock.ts';
import { systemClock } from './clock.ts';
import type { Delivery } from './delivery.ts';
import { createDelivery } from './delivery.ts';
import { announce } from './events.ts';
import type { FaultPlan, Faults } from './faults.ts';
import { faultPlan } from './faults.ts';
import { newSecret } from './ids.ts';
import type { JournalEntry } from './journal.ts';
import { changePerson, join, leave } from './membership.ts';
import type { Sample } from './page-api.ts';
import type { SampleFile } from './page-server.ts';
import { pageServer } from './page-server.ts';
import type { SandboxPerson } from './person.ts';
import { actAs } from './person.ts';
import { requestUrls } from './request-url.ts';
import type { SeedPerson, WorkspaceSeed } from './seed.ts';
import { defaultWorkspace } from './seed.ts';
import { handler, listen } from './server.ts';
import type { Sockets } from './socket.ts';
import { createSockets } from './socket.ts';
import type { Workspace } from './workspace.ts';
import { createWorkspace } from './workspace.ts';

export type SandboxOptions = {
  /** 0 is any free port. The sandbox listens on 127.0.0.1 only. */
  readonly port?: number;
  /** What differs from the default workspace: an app's own commands, shortcuts, scopes, events, people. */
  readonly workspace?: Partial<WorkspaceSeed>;
  /** Files that a person can share with one click. */
  readonly samples?: readonly SampleFile[];
  readonly clock?: SandboxClock;
  /** How long a fresh upload has no mimetype, no shares, and is an `invalid slack file`. */
  readonly fileProcessingMs?: number;
};

export type Sandbox = {
  /** Address of the page. */
  readonly url: string;
  /** For `clientOptions.slackApiUrl`; ends in `/api/`. */
  readonly apiUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly signingSecret: string;
  /** host:port from which files are downloaded, for the app's list of allowed hosts. */
  readonly filesHost: string;
  /** A person, by id, handle or real name, who types, presses and looks as in the page. */
  as(person: string): SandboxPerson;
  /** What an administrator does: accounts and memberships change, the app gets the events. */
  readonly admin: {
    changePerson(id: string, change: Partial<Omit<SeedPerson, 'id'>>): void;
    join(channel: string, user: string, inviter?: string): void;
    leave(channel: string, user: string): void;
    /** Any other event, if the app subscribes to it: `channel_archive`, `tokens_revoked`. */
    announce(event: Readonly<Record<string, unknown>> & { readonly type: string }): void;
  };
  /** From now on everything goes to these addresses by signed HTTP, as without Socket Mode; none ends that. */
  deliversTo(urls: readonly string[]): void;
  readonly faults: Faults;
  /** Every call of the Web API and every envelope, in order. */
  readonly journal: readonly JournalEntry[];
  stop(): Promise<void>;
};

const DEFAULT_PROCESSING_MS = 150;
/** A sandbox may run for days. */
const JOURNAL_LENGTH = 100_000;

/** Starts a local Slack workspace. It forgets everything when it stops. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const server = await listen(options.port ?? 0);
  const filesHost = hostOf(server);
  const origin = `http://${filesHost}`;
  const seed = { ...defaultWorkspace, ...options.workspace };
  const clock = options.clock ?? systemClock;
  const tokens = { bot: newSecret('xoxb'), app: newSecret('xapp') };
  const journal: JournalEntry[] = [];
  const record = (entry: JournalEntry) => {
    journal.push(entry);
    if (journal.length > JOURNAL_LENGTH) journal.shift();
  };

  // Sockets and delivery need each other: an open socket lets held events go.
  const sockets: Sockets = createSockets(server, () => origin, seed.app.id, {
    onOpen: () => connectionChanged(),
    onClose: () => workspace.changed(),
    onAck: (id, payload) => delivery.acknowledge(id, payload),
  });
  const signingSecret = newSecret('secret');
  const http = requestUrls({ clock, signingSecret, onAck: (id, payload) => delivery.acknowledge(id, payload) });
  const delivery = createDelivery({ clock, record, send: (message) => (http.isSet() ? http : sockets).send(message) });
  const fileProcessingMs = options.fileProcessingMs ?? DEFAULT_PROCESSING_MS;
  const workspace = createWorkspace({
    seed,
    clock,
    fileProcessingMs,
    origin,
    botToken: tokens.bot,
    deliver: delivery.event,
  });
  const connectionChanged = () => {
    delivery.flush();
    workspace.changed();
  };

  const plan = faultPlan();
  const sampleFiles = options.samples ?? [];
  const isConnected = () => http.isSet() || sockets.isConnected();
  const view = { workspace, isConnected, samples: await measured(sampleFiles) };
  const persons = remembered((id) => actAs(view, delivery, id), workspace);
  const page = pageServer({ ...view, delivery, sampleFiles });
  server.on('request', handler({ workspace, tokens, issueTicket: sockets.issueTicket, faults: plan, record, page }));

  return {
    url: `${origin}/`,
    apiUrl: `${origin}/api/`,
    botToken: tokens.bot,
    appToken: tokens.app,
    signingSecret,
    filesHost,
    as: persons,
    admin: administration(workspace),
    deliversTo(urls) {
      http.set(urls);
      connectionChanged();
    },
    faults: breakable(plan, sockets, delivery),
    journal,
    async stop() {
      delivery.stop();
      await sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** One and the same person each time: what they have typed and not sent must not be forgotten. */
function remembered(make: (id: string) => SandboxPerson, { people }: Workspace): (name: string) => SandboxPerson {
  const made = new Map<string, SandboxPerson>();
  return (name) => {
    const id = [...people.values()].find((one) => [one.id, one.name, one.realName].includes(name))?.id ?? name;
    const person = made.get(id) ?? make(id);
    made.set(id, person);
    return person;
  };
}

function administration(workspace: Workspace): Sandbox['admin'] {
  return {
    changePerson: (id, change) => changePerson(workspace, id, change),
    join: (channel, user, inviter) => void join(workspace, channel, user, inviter),
    leave: (channel, user) => leave(workspace, channel, user),
    announce: (event) => announce(workspace, { event_ts: workspace.nextTs(), ...event }),
  };
}

function breakable(plan: FaultPlan, sockets: Sockets, delivery: Delivery): Faults {
  return {
    next: plan.next,
    clear: plan.clear,
    dropSockets: sockets.drop,
    refreshSockets: () => sockets.askToReconnect('refresh_requested'),
    ignoreAcks: delivery.ignoreAcks,
    repeatEvents: delivery.repeatEvents,
  };
}

function hostOf(server: Server): string {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The sandbox has no port.');
  return `127.0.0.1:${address.port}`;
}

async function measured(samples: readonly SampleFile[]): Promise<readonly Sample[]> {
  return Promise.all(
    samples.map(async ({ name, description, path }) => ({ name, description, size: (await stat(path)).size })),
  );
}
