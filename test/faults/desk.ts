import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import pg from 'pg';
import { afterAll } from 'vitest';
import { parse } from 'yaml';
import { systemClock } from '../../src/sandbox/clock.ts';
import { seedOfManifest } from '../../src/sandbox/manifest.ts';
import type { Message } from '../../src/sandbox/page-api.ts';
import type { SandboxPerson } from '../../src/sandbox/person.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds, userIds } from '../../src/sandbox/seed.ts';
import { type Child, endAll, type LogLine, startChild } from './child.ts';

const root = join(import.meta.dirname, '../..');
const bills = join(root, 'test/bills');
export const intake = channelIds.invoices;

/** A file that somebody shared: its id, the message that carries it, and how many events Penny must know it by: one, unless Slack lost it. */
export type Shared = { readonly name: string; readonly file: string; readonly ts: string; readonly events: number };

/** Slack and a folder here, and one Penny after the other in processes that may be killed. */
export type Desk = {
  readonly sandbox: Sandbox;
  readonly folder: string;
  readonly cleo: SandboxPerson;
  readonly ben: SandboxPerson;
  /** What every Penny of this desk has logged. */
  lines(): readonly LogLine[];
  start(): Promise<Child>;
  share(file: string | { readonly name: string; readonly bytes: Uint8Array }): Promise<Shared>;
  /** How Slack shows the file's message, and the answers in its thread. */
  shows(shared: Shared): { readonly marks: readonly string[]; readonly replies: readonly Message[] };
  /** While true, Slack gives up an event after seconds instead of minutes. */
  hurries(yes: boolean): void;
};

/** `settings` are the environment besides Slack's and the folder. Everything ends with the test file. */
export async function openDesk(settings: Readonly<Record<string, string>> = {}): Promise<Desk> {
  let hasty = false;
  const clock = {
    ...systemClock,
    setTimeout: (run: () => void, ms: number) => systemClock.setTimeout(run, hasty && ms >= 60_000 ? ms / 120 : ms),
  };
  const workspace = seedOfManifest(parse(await readFile(join(root, 'manifest.yml'), 'utf8')));
  const sandbox = await startSandbox({ workspace, clock });
  const folder = await mkdtemp(join(tmpdir(), 'penny faults '));
  await chmod(folder, 0o755); // so that the server of a Penny who is root may go there
  afterAll(async () => {
    await endAll();
    await sandbox.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const children: Child[] = [];
  const cleo = sandbox.as('cleo');
  return {
    sandbox,
    folder,
    cleo,
    ben: sandbox.as('ben'),
    lines: () => children.flatMap(({ lines }) => lines),
    async start() {
      const child = await startChild({
        SLACK_BOT_TOKEN: sandbox.botToken,
        SLACK_APP_TOKEN: sandbox.appToken,
        SLACK_API_URL: sandbox.apiUrl,
        PENNY_ADMINS: userIds.ada,
        PENNY_INTAKE_CHANNELS: intake,
        PENNY_FOLDER: folder,
        ...settings,
      });
      children.push(child);
      return child;
    },
    async share(file) {
      const result = await cleo.shares(typeof file === 'string' ? join(bills, file) : file, intake);
      if (!result.ok || !result.file || !result.ts) throw new Error('Slack did not take the file');
      return {
        name: typeof file === 'string' ? basename(file) : file.name,
        file: result.file,
        ts: result.ts,
        events: 1,
      };
    },
    shows({ ts }) {
      const messages = cleo.sees().messages[intake] ?? [];
      const marks = messages.find((message) => message.ts === ts)?.reactions ?? [];
      return { marks: marks.map(({ name }) => name), replies: messages.filter(({ threadTs }) => threadTs === ts) };
    },
    hurries(yes) {
      hasty = yes;
    },
  };
}

/** Keeps everybody from writing to a table until the returned function is called. */
export async function hold(url: string, table: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {}); // a failed test drops the database under it
  await client.connect();
  await client.query(`begin; lock table ${table} in share row exclusive mode`);
  return () => client.end();
}
