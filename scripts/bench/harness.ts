import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Figure } from './figures.ts';

/** What a group of figures is given to measure with. */
export type Bench = {
  /** How often: as often as was asked for, else as usual. */
  runs(usually: number): number;
  /** Whether what takes long is measured too. */
  readonly full: boolean;
  /** Runs when the group is over, however it ends; the last one named first. Twice when the bench is interrupted. */
  later(close: () => Promise<unknown>): void;
  /** A folder that is removed after the group. */
  folder(): Promise<string>;
  report(figure: Figure): void;
  /** A peer or figure that cannot be had on this machine, and why. */
  skip(name: string, why: string): void;
};

export type Measure = (bench: Bench) => Promise<void>;

/** `load` comes late: who asks for help, or for another group, need not wait for its libraries. */
export type Group = { readonly name: string; readonly says: string; readonly load: () => Promise<Measure> };

export type Skipped = { readonly name: string; readonly why: string };

/** What came of one group. `problem` is there when it broke off; the figures are those it had by then. */
export type Outcome = {
  readonly group: string;
  readonly figures: readonly Figure[];
  readonly skipped: readonly Skipped[];
  readonly problem: string | null;
  readonly seconds: number;
};

export type Harness = {
  /** Measures one group; never throws. */
  run(group: Group): Promise<Outcome>;
  /** Ends what runs now and resolves when nothing of it is left. */
  interrupt(): Promise<void>;
};

/** How long a group that was interrupted may take to notice. */
const patience = 20_000;

/** `complain` hears what could not be closed. */
export function harness(asked: number | null, full: boolean, complain: (error: unknown) => void): Harness {
  const open: (() => Promise<unknown>)[] = [];
  const folders: string[] = [];
  const interrupted = new AbortController();
  let underWay: Promise<unknown> = Promise.resolve();

  const close = async () => {
    for (let last = open.pop(); last; last = open.pop()) await last().catch(complain);
    for (const path of folders.splice(0)) await remove(path).catch(complain);
  };
  const bench: Omit<Bench, 'report' | 'skip'> = {
    runs: (usually) => asked ?? usually,
    full,
    later(work) {
      open.push(work);
      interrupted.signal.throwIfAborted();
    },
    async folder() {
      interrupted.signal.throwIfAborted();
      const path = await mkdtemp(join(tmpdir(), 'penny-bench-'));
      folders.push(path);
      await chmod(path, 0o755); // root's Postgres runs as another user, and would settle elsewhere
      return path;
    },
  };
  return {
    async run(group) {
      const run = measured(group, bench).finally(close);
      underWay = run;
      return run;
    },
    async interrupt() {
      interrupted.abort(new Error('interrupted'));
      for (const end of open.toReversed()) await end().catch(complain);
      // what was being opened just then is closed once it is open
      await Promise.race([underWay, pause(patience, null, { ref: false })]);
      await close();
    },
  };
}

const remove = (path: string) => rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });

async function measured(group: Group, bench: Omit<Bench, 'report' | 'skip'>): Promise<Outcome> {
  const started = performance.now();
  const figures: Figure[] = [];
  const skipped: Skipped[] = [];
  let problem: string | null = null;
  try {
    const measure = await group.load();
    await measure({
      ...bench,
      report: (figure) => void figures.push(figure),
      skip: (name, why) => void skipped.push({ name, why }),
    });
  } catch (error) {
    problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
  const seconds = (performance.now() - started) / 1000;
  return { group: group.name, figures, skipped, problem, seconds };
}
