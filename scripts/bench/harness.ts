import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from './figures.ts';

/** What a group of figures is given to measure with. */
export type Bench = {
  /** How often: as often as was asked for, else as usual. */
  runs(usually: number): number;
  /** Runs when the group is over, however it ends; the last one named first. */
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
  /** Closes what is open now, for a bench that is interrupted. */
  close(): Promise<void>;
};

/** `complain` hears what could not be closed. */
export function harness(asked: number | null, complain: (error: unknown) => void): Harness {
  const open: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (let last = open.pop(); last; last = open.pop()) await last().catch(complain);
  };
  const folder = async () => {
    const path = await mkdtemp(join(tmpdir(), 'penny-bench-'));
    open.push(() => rm(path, { recursive: true, force: true }));
    await chmod(path, 0o755); // root's Postgres runs as another user, and would settle elsewhere
    return path;
  };
  return {
    close,
    async run(group) {
      const started = performance.now();
      const figures: Figure[] = [];
      const skipped: Skipped[] = [];
      let problem: string | null = null;
      try {
        const measure = await group.load();
        await measure({
          runs: (usually) => asked ?? usually,
          later: (work) => void open.push(work),
          folder,
          report: (figure) => void figures.push(figure),
          skip: (name, why) => void skipped.push({ name, why }),
        });
      } catch (error) {
        problem = error instanceof Error ? (error.stack ?? error.message) : String(error);
      } finally {
        await close();
      }
      const seconds = (performance.now() - started) / 1000;
      return { group: group.name, figures, skipped, problem, seconds };
    },
  };
}
