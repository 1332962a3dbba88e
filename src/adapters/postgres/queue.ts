import { randomUUID } from 'node:crypto';
import { PgBoss, type WorkOptions } from 'pg-boss';
import { Fault } from '../../domain/fault.ts';
import type { Log } from '../../ports/log.ts';
import type { Queue, Task } from '../../ports/queue.ts';
import type { Db } from './database.ts';
import { translate } from './faults.ts';

/**
 * What the runner needs to know of a job. `attempts` counts all tries, save that something outside being away is borne for longer (see `patience`);
 * `gaveUp` is called once the last has failed.
 */
export type Work = {
  readonly name: string;
  readonly attempts: number;
  readonly timeoutSeconds: number;
  readonly concurrency: number;
  run(payload: Task['payload'], signal: AbortSignal): Promise<void>;
  gaveUp?(payload: Task['payload']): Promise<void>;
};

export type JobQueue = {
  /** The queue as seen from inside that transaction. */
  on(db: Db): Queue;
  /** Begins to take jobs. */
  work(): Promise<void>;
  /** Takes no more, gives running jobs this long (15 s), hands the rest back. */
  stop(milliseconds?: number): Promise<void>;
};

type Options = { readonly url: string; readonly log: Log; readonly jobs: readonly Work[] };

/** Opens the queue, and makes its tables and one queue for each job. A killed worker's job is taken up by another within about half a minute. */
export async function openQueue({ url, log, jobs }: Options): Promise<JobQueue> {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    application_name: 'penny queue',
    max: 4,
    connectionTimeoutMillis: 5_000,
    useListenNotify: true,
    schedule: false, // its cron fires up to half a minute late; node-cron and the table cron_fire do it
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
    registerInstance: false,
    monitorVacuum: false,
    createSchema: false, // the migration made it, and gave it to the app's role
  });
  boss.on(
    'error',
    seldom((problem) => log.warn({ problem }, 'the job queue has a problem')),
  );
  boss.on('warning', (warning) => log.warn({ warning }, 'the job queue warns'));
  await boss.start().catch(rethrow);
  for (const job of jobs) await makeQueue(boss, job);
  return {
    on: (db) => ({ send: (task) => db.transaction((tx) => send(boss, tx, task)) }),
    async work() {
      for (const job of jobs) await startWorkers(boss, job, log);
    },
    stop: (milliseconds = 15_000) => boss.stop({ graceful: true, timeout: milliseconds }),
  };
}

const gaveUpQueue = (job: Pick<Work, 'name'>) => `${job.name}.gave-up`;

/** Tries while Slack, or whatever else a job needs, is away: with the growing pauses between them more than an hour. A file should outlast an outage. */
const patience = 20;

async function makeQueue(boss: PgBoss, job: Work): Promise<void> {
  const common = { retryBackoff: true, retryDelay: 2, retryDelayMax: 300, heartbeatSeconds: 10, notify: true };
  const bounds = { retentionSeconds: 14 * 86_400, deleteAfterSeconds: 86_400 };
  if (job.gaveUp) {
    const last = { ...common, ...bounds, retryLimit: 5, expireInSeconds: 60 };
    await boss.createQueue(gaveUpQueue(job), last);
  }
  const options = {
    ...common,
    ...bounds,
    retryLimit: Math.max(patience, job.attempts) - 1,
    expireInSeconds: job.timeoutSeconds,
  };
  const dead = job.gaveUp ? { deadLetter: gaveUpQueue(job) } : {};
  await boss.createQueue(job.name, { ...options, ...dead, policy: 'stately' }); // of one key, one waits and one runs
  await boss.updateQueue(job.name, { ...options, ...dead });
}

/**
 * Sends in the caller's transaction. A task whose key waits already touches that one, which keeps it from starting before this transaction ends:
 * so it will see what the transaction wrote. One that runs does not count as waiting.
 */
async function send(boss: PgBoss, tx: Db, { name, payload, key, afterSeconds }: Task): Promise<void> {
  const db = {
    executeSql: async (text: string, values?: unknown[]) => ({ rows: [...(await tx.query(rows(text, values)))] }),
  };
  const after = afterSeconds === undefined ? {} : { startAfter: afterSeconds };
  if (key !== undefined && afterSeconds === undefined) {
    await boss.upsert(name, payload, { singletonKey: key, startAfter: 0, db });
  } else {
    await boss.send(name, payload, { singletonKey: key ?? randomUUID(), ...after, db });
  }
}

const rows = (text: string, values: unknown[] = []) => ({ text, values });

/** Notifications bring work at once; polls are for retries and delays, and for what a killed worker left behind. */
const polls = { pollingIntervalSeconds: 1, notifyPollingIntervalSeconds: 6 };

/** pg-boss tells nobody that it moved a job there. */
const gaveUpPolls = { pollingIntervalSeconds: 2, notifyPollingIntervalSeconds: 2 };

async function startWorkers(boss: PgBoss, job: Work, log: Log): Promise<void> {
  for (let i = 0; i < job.concurrency; i++) await startWorker(boss, job.name, polls, (one) => runOne(job, one, log));
  if (job.gaveUp) await startWorker(boss, gaveUpQueue(job), gaveUpPolls, (one) => giveUpOne(job, one, log));
}

type Taken = {
  readonly id: string;
  readonly data: Task['payload'];
  readonly signal: AbortSignal;
  readonly retryCount: number;
};
type Verdict = {
  readonly id: string;
  readonly status: 'completed' | 'failed' | 'deadletter';
  readonly output?: object;
};

/** pg-boss waits for its next poll after each job; a worker that has just finished one looks again at once. */
async function startWorker(
  boss: PgBoss,
  name: string,
  options: WorkOptions,
  run: (taken: Taken) => Promise<Verdict>,
): Promise<void> {
  let worker: string | null = null;
  worker = await boss.work<Task['payload'], object, WorkOptions & { perJobResults: true }>(
    name,
    { ...options, batchSize: 1, perJobResults: true },
    async (taken) => {
      const verdicts = await Promise.all(taken.map(run));
      if (worker !== null) boss.notifyWorker(worker);
      return verdicts;
    },
  );
}

async function runOne(job: Work, { id, data, signal, retryCount }: Taken, log: Log): Promise<Verdict> {
  try {
    await job.run(data, signal);
    return { id, status: 'completed' };
  } catch (err) {
    const attempts = triesFor(job, err);
    const last = retryCount + 1 >= attempts;
    const about = { ...data, job: job.name, id, attempt: retryCount + 1, attempts, err };
    log[last ? 'error' : 'warn'](about, last ? 'a job failed for good' : 'a job failed and is tried again');
    return { id, status: last ? 'deadletter' : 'failed', output: { message: String(err) } };
  }
}

function triesFor({ attempts }: Work, error: unknown): number {
  if (!(error instanceof Fault)) return attempts;
  if (error.code === 'unavailable') return Math.max(patience, attempts);
  return error.code === 'invalid' || error.code === 'missing' ? 1 : attempts;
}

async function giveUpOne(job: Work, { id, data }: Taken, log: Log): Promise<Verdict> {
  try {
    await job.gaveUp?.(data);
    return { id, status: 'completed' };
  } catch (err) {
    log.error({ ...data, job: job.name, id, err }, 'what follows a failed job failed too');
    return { id, status: 'failed', output: { message: String(err) } };
  }
}

/** At most one line in ten seconds: an outage is told once, not by each worker at each poll. */
function seldom(tell: (message: string) => void): (error: Error) => void {
  let last = 0;
  return (error) => {
    if (Date.now() - last < 10_000) return;
    last = Date.now();
    tell(error.message);
  };
}

function rethrow(error: unknown): never {
  throw translate(error);
}
