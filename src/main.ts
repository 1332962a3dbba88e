import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { pinoLog } from './adapters/pino/pino-log.ts';
import { type Config, readConfig } from './config.ts';
import { Fault } from './domain/fault.ts';
import type { Log } from './ports/log.ts';
import type { SampleFile } from './sandbox/page-server.ts';
import type { Sandbox } from './sandbox/sandbox.ts';
import { type Penny, wire } from './wire.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** A running Penny; `sandbox` is there when no workspace was configured. */
export type Running = Penny & { readonly sandbox: Sandbox | null };

/** Starts Penny as configured, with the sandbox where no Slack is. The caller stops it. */
export async function startPenny(config: Config, log: Log): Promise<Running> {
  if (config.slack) {
    const penny = wire({ ...config, slack: config.slack, fileHosts: hostsOf(config.slack.apiUrl), seats: [] }, log);
    await penny.start();
    return { ...penny, sandbox: null };
  }
  const sandbox = await openSandbox(config.port);
  const penny = wire(await forSandbox(config, sandbox), log);
  try {
    await penny.start();
  } catch (error) {
    await sandbox.stop();
    throw error;
  }
  return {
    ...penny,
    sandbox,
    async stop() {
      await penny.stop();
      await sandbox.stop();
    },
  };
}

/** Another Slack (a test server) serves its files itself; of Slack's own, the adapter knows the hosts. */
const hostsOf = (apiUrl: string | null): readonly string[] => (apiUrl === null ? [] : [new URL(apiUrl).host]);

const usualPort = 3000;

/** The sandbox as the manifest would have Slack be: its commands, shortcuts, scopes and events. */
async function openSandbox(port: number | null): Promise<Sandbox> {
  const { startSandbox } = await import('./sandbox/sandbox.ts');
  const { seedOfManifest } = await import('./sandbox/manifest.ts');
  const workspace = seedOfManifest(parse(await readFile(join(root, 'manifest.yml'), 'utf8')));
  const options = { workspace, samples: await samples() };
  try {
    return await startSandbox({ ...options, port: port ?? usualPort });
  } catch (error) {
    if (!isTaken(error)) throw error;
    if (port === null) return startSandbox(options);
    throw new Fault('conflict', `Port ${port} is taken. Set PORT to another one, or leave it out to get a free one.`);
  }
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && error.cause instanceof Error && 'code' in error.cause && error.cause.code === 'EADDRINUSE';

/** The sample invoices of a checkout; an installed copy without tests has none. */
async function samples(): Promise<readonly SampleFile[]> {
  const folder = join(root, 'test', 'bills');
  if (!existsSync(folder)) return [];
  const Listed = z.array(z.object({ name: z.string(), description: z.string() }));
  const listed = Listed.parse(JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8')));
  return listed.map((sample) => ({ ...sample, path: join(folder, sample.name) }));
}

async function forSandbox(config: Config, sandbox: Sandbox) {
  const { channelIds, userIds } = await import('./sandbox/seed.ts');
  return {
    ...config,
    slack: { botToken: sandbox.botToken, appToken: sandbox.appToken, apiUrl: sandbox.apiUrl },
    fileHosts: [sandbox.filesHost],
    opsChannel: channelIds.ops,
    intakeChannels: [channelIds.invoices],
    admins: [userIds.ada],
    seats: [
      { slackUser: userIds.ben, role: 'accountant' },
      { slackUser: userIds.cleo, role: 'operator' },
    ],
  } as const;
}

const help = `npm start

Starts Penny as the environment says (.env.example lists every setting): in the Slack workspace whose tokens are given, or else in the sandbox, a local
workspace whose address is printed when she is ready. SIGTERM or Ctrl-C stops her.`;

if (import.meta.main) {
  if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) console.log(help);
  else await main();
}

async function main(): Promise<void> {
  try {
    const config = readConfig(process.env);
    const log = pinoLog(config.logLevel);
    const starting = startPenny(config, log);
    stopOn(['SIGINT', 'SIGTERM'], starting, log);
    if (process.env.npm_lifecycle_event) followNpm();
    const { sandbox } = await starting;
    console.log(sandbox ? `Penny is at her desk. Open ${sandbox.url}` : 'Penny is at her desk, in Slack.');
  } catch (error) {
    const known = error instanceof Fault || (error instanceof Error && error.message.startsWith('Penny cannot start'));
    console.error(known ? error.message : error);
    process.exit(1);
  }
}

/** `npm start` that is told to end does so without a word to what it started; Penny then stops too, rather than stay behind unseen. */
function followNpm(): void {
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 500);
  watch.unref();
}

/**
 * One signal stops cleanly (while she is starting: once she has), a second at once. What nobody caught ends the process: the supervisor starts a
 * sound one.
 */
function stopOn(signals: readonly NodeJS.Signals[], starting: Promise<Penny>, log: Log): void {
  let stopping = false;
  const stop = async (status: number) => {
    if (stopping) process.exit(1);
    stopping = true;
    await starting
      .then((penny) => penny.stop())
      .catch((error: unknown) => log.error({ err: error }, 'stopping failed'));
    process.exit(status);
  };
  for (const signal of signals) process.on(signal, () => void stop(0));
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error({ err: error }, 'something nobody caught');
      void stop(1);
    });
  }
}
