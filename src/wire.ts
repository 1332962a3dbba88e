import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { startChildren } from './adapters/children/children.ts';
import { streamChildren } from './adapters/children/stream-child.ts';
import { startSchedules } from './adapters/cron/schedules.ts';
import { fetchRates } from './adapters/ecb/fetch-rates.ts';
import { einvoiceParsers, einvoiceReader } from './adapters/einvoice/reader.ts';
import { drawApart } from './adapters/embedded/page-pictures.ts';
import { embeddedParsers, embeddedReader } from './adapters/embedded/reader.ts';
import { interpretApart, interpreterModule } from './adapters/interpreter/interpreter.ts';
import { learnApart } from './adapters/interpreter/learner.ts';
import { postgresCron } from './adapters/postgres/cron.ts';
import { postgresLoadImport } from './adapters/postgres/import-load.ts';
import { openQueue, type Work } from './adapters/postgres/queue.ts';
import { postgresReadingJobs } from './adapters/postgres/reading-jobs.ts';
import { postgresRows } from './adapters/postgres/rows.ts';
import { postgresStore } from './adapters/postgres/store.ts';
import { slackDesk } from './adapters/slack/slack.ts';
import { fileName } from './adapters/sniff/file-name.ts';
import { sniffFile } from './adapters/sniff/sniff.ts';
import { spreadsheets } from './adapters/spreadsheet/spreadsheets.ts';
import { writeTable } from './adapters/spreadsheet/write-table.ts';
import { vegaCharts } from './adapters/vega/vega-charts.ts';
import { commands } from './commands/all.ts';
import type { Config } from './config.ts';
import type { Role } from './domain/access.ts';
import { mostBytes } from './domain/file.ts';
import type { Job } from './engine/job.ts';
import type { Ports } from './engine/ports.ts';
import { interactions, suggestions } from './interactions/all.ts';
import { jobs } from './jobs/all.ts';
import { type Open, openFiles, openLedger, openTextract } from './open.ts';
import type { Log } from './ports/log.ts';
import { tellOfReader } from './workflows/tell-ops.ts';

/** The configuration with its blanks filled. `fileHosts` are the hosts that may be shown the bot token besides Slack's; `seats` gives the sandbox's people their roles. */
export type Settings = Config & {
  readonly slack: NonNullable<Config['slack']>;
  readonly fileHosts: readonly string[];
  readonly seats: readonly { readonly slackUser: string; readonly role: Role }[];
};

export type Penny = {
  /** Resolves once Slack is connected and jobs are taken. Throws Fault when something she needs is away or refuses her; what was started is stopped again. */
  start(): Promise<void>;
  /** Takes nothing new in, finishes what is under way (20 s at most), and closes everything, last opened first. */
  stop(): Promise<void>;
};

/** Builds the whole app from its settings. The only file that knows which adapter stands behind which port. */
export function wire(settings: Settings, log: Log): Penny {
  const opened: ((milliseconds: number) => Promise<unknown>)[] = [];
  const stop = async () => {
    const until = Date.now() + stopWithin;
    for (const close of opened.splice(0).reverse())
      await close(until - Date.now()).catch((error: unknown) =>
        log.error({ err: error }, 'a part did not stop cleanly'),
      );
  };
  /** What closes a part is noted the moment it is open. */
  const open: Open = (part, close) => {
    opened.push((milliseconds) => close(part, milliseconds));
    return part;
  };
  return {
    stop,
    async start() {
      try {
        await build(settings, log, open);
      } catch (error) {
        await stop();
        throw error;
      }
    },
  };
}

/** All parts together; supervisors kill after 30 s. What answers to people leaves is what jobs under way get. */
const stopWithin = 18_000;

async function build(settings: Settings, log: Log, open: Open): Promise<void> {
  const temp = join(settings.folder, 'tmp');
  await mkdir(settings.folder, { recursive: true, mode: 0o711 }); // the embedded Postgres may run as another user, who must be able to pass
  await mkdir(temp, { recursive: true, mode: 0o700 });
  const children = open(startChildren({ load: [embeddedParsers, einvoiceParsers, interpreterModule] }), (part) =>
    part.stop(),
  );
  const streams = open(streamChildren(), async (part) => part.stop());
  const database = await openLedger(settings, log, open);
  const { objects, drops } = await openFiles(settings, temp, log, open);
  const changed = (isAway: boolean) =>
    void tellOfReader(isAway, ports).catch((error: unknown) =>
      log.warn({ err: error }, 'the ops channel was not told'),
    );
  const run = children.run;
  const paid = await openTextract(settings, { jobs: postgresReadingJobs(database.main), run, changed, log }, open);
  const slack = slackDesk({
    ...settings.slack,
    fileHosts: settings.fileHosts,
    commands,
    interactions,
    suggestions,
    log,
    mostBytes,
    temp,
  });
  const charts = open(vegaCharts(), (part) => part.close());
  charts.warm().catch((error: unknown) => log.warn({ err: error }, 'the first chart was not drawn ahead of time'));

  const queue = open(
    await openQueue({ url: database.url, log, jobs: jobs.map((job) => asWork(job, () => ports)) }),
    (part, milliseconds) => part.stop(milliseconds),
  );
  const storeOn = (db: Parameters<typeof postgresStore>[0]) => postgresStore(db, queue.on);
  const ports: Ports = {
    log,
    clock: { now: () => new Date() },
    store: storeOn(database.main),
    rows: postgresRows(database.reports),
    objects,
    drops,
    sniff: async (path, known) => ({ ...known, type: await sniffFile(path), name: fileName(known.name) }),
    readers: [einvoiceReader(children.run), ...paid, embeddedReader(children.run)],
    interpret: interpretApart(children.run),
    spreadsheets: spreadsheets(children.run, streams.stream),
    writeTable,
    loadImport: postgresLoadImport(database.loading),
    drawCuts: drawApart(children.run),
    learn: learnApart(children.run),
    charts,
    fetchRates: settings.ratesUrl === null ? null : fetchRates(settings.ratesUrl),
    workspace: slack.workspace,
    settings,
  };

  await seat(settings, ports);
  await queue.work();
  const cron = postgresCron(database.main, storeOn);
  open(startSchedules(schedulesOf(cron), log), (part) => part.stop());
  open(slack, (part) => part.stop());
  await slack.start(ports);
  await lookNow(ports);
}

/** A job as the queue runs it. The ports come late: they hold the queue. */
export function asWork({ gaveUp, ...job }: Job, ports: () => Ports): Work {
  const { name, attempts, timeoutSeconds, concurrency } = job;
  return {
    name,
    attempts,
    timeoutSeconds,
    concurrency,
    run: (payload, signal) => job.run(payload, ports(), signal),
    ...(gaveUp ? { gaveUp: (payload) => gaveUp(payload, ports()) } : {}),
  };
}

const schedulesOf = (cron: ReturnType<typeof postgresCron>) =>
  jobs.flatMap(({ name, every }) =>
    every
      ? [
          {
            name,
            every,
            fire: async (slot: Date) =>
              void (await cron.once(name, slot, ({ queue }) => queue.send({ name, payload: {}, key: name }))),
          },
        ]
      : [],
  );

/** The first admins of the settings, and in the sandbox the people of each role. */
async function seat({ admins, seats }: Settings, { store, workspace, log }: Ports): Promise<void> {
  const people = await Promise.all(admins.map((id) => workspace.person(id)));
  const known = people.filter((person) => person !== null);
  if (known.length < admins.length) log.warn({ admins }, 'not every first admin is a person of this workspace');
  await store.directory.seatFirstAdmins(known);
  for (const { slackUser, role } of seats) {
    const person = await workspace.person(slackUser);
    if (person) await store.directory.seat(person, role);
  }
}

/** What was shared, dropped or published while Penny was away is looked for at every start, and no Home may show buttons of an older Penny. */
async function lookNow({ store, settings, fetchRates, log }: Ports): Promise<void> {
  if (settings.intakeChannels.length === 0)
    log.warn({}, 'no intake channel is set: files in the inbox wait until PENNY_INTAKE_CHANNELS names one');
  for (const name of ['catch-up', 'take-drops', ...(fetchRates === null ? [] : ['load-rates'])])
    await store.queue.send({ name, payload: {}, key: name });
  await store.homes.outdate();
}
