import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A line of Penny's log: 40 is a warning, 50 an error. */
export type LogLine = { readonly level: number; readonly msg: string; readonly [key: string]: unknown };

/** Penny in a process of her own, as `npm start` runs her, so that she can be killed. */
export type Child = {
  readonly pid: number;
  readonly lines: readonly LogLine[];
  /** SIGKILL; resolves once she and the processes she had started are gone. */
  kill(): Promise<void>;
  /** SIGTERM; resolves with how she ended, and after how long. */
  stop(): Promise<{ readonly status: number | null; readonly seconds: number }>;
};

const main = join(import.meta.dirname, '../../src/main.ts');
/** She is started often here: what Node compiled once need not be compiled again. */
const compiled = join(import.meta.dirname, '../../node_modules/.cache/node');
const living = new Set<Child>();

/** Ends what a failed test left running. */
export const endAll = () => Promise.all([...living].map((child) => child.kill()));

/** Starts her with these settings and nothing else of our environment; resolves once she is at her desk. */
export async function startChild(settings: Readonly<Record<string, string>>): Promise<Child> {
  const running = spawn(process.execPath, [main], {
    env: { PATH: process.env.PATH, NODE_COMPILE_CACHE: compiled, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(running, 'exit');
  const lines: LogLine[] = [];
  createInterface(running.stderr).on('line', (line) => lines.push(parsed(line)));
  const pid = running.pid ?? 0;
  const atHerDesk = once(createInterface(running.stdout), 'line');
  const early = ended.then(([status]) => {
    throw new Error(`Penny ended with ${status} before she was at her desk: ${JSON.stringify(lines.slice(-3))}`);
  });

  const child: Child = {
    pid,
    lines,
    async kill() {
      const offspring = await readersOf(pid);
      running.kill('SIGKILL');
      await ended;
      living.delete(child);
      await gone(offspring);
    },
    async stop() {
      const since = performance.now();
      running.kill('SIGTERM');
      const [status] = (await ended) as [number | null];
      living.delete(child);
      return { status, seconds: (performance.now() - since) / 1000 };
    },
  };
  living.add(child);
  await Promise.race([atHerDesk, early]);
  early.catch(() => undefined); // from now on an end is what the test wants
  return child;
}

/** What is no line of the log (a crash of Node) is an error. */
function parsed(line: string): LogLine {
  try {
    return JSON.parse(line);
  } catch {
    return { level: 60, msg: line };
  }
}

/** Her own child processes, where the system tells. The embedded Postgres is meant to outlive her, the readers are not. */
export async function readersOf(pid: number): Promise<readonly number[]> {
  const listed = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  const pids = listed.trim().split(' ').filter(Boolean).map(Number);
  const commands = await Promise.all(pids.map((one) => readFile(`/proc/${one}/cmdline`, 'utf8').catch(() => '')));
  return pids.filter((_, i) => commands[i]?.includes('children/child.ts'));
}

/** Waits until these processes are no more; throws when one stays. A reader that is still starting looks for its Penny once it runs: among four busy processes on two cores after up to 6.3 s. */
export async function gone(pids: readonly number[]): Promise<void> {
  const until = Date.now() + 20_000;
  for (const pid of pids) {
    while (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')) {
      if (Date.now() > until) throw new Error(`the reader ${pid} has outlived its Penny`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
