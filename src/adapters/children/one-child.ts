import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { constants, getPriority, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { Fault } from '../../domain/fault.ts';
import type { Limit } from '../../ports/apart.ts';
import type { Answer, Request } from './messages.ts';

/** `output`: whether what the child writes is read, from its `stdout`. */
export type ChildSettings = { readonly megabytes: number; readonly load: readonly URL[]; readonly output?: boolean };

/** Megabytes. V8 would let a heap grow by hundreds before it looks for what is no longer used. */
const collecting = ['--max-semi-space-size=8', '--initial-old-space-size=16'];

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** Starts a child that may read files and nothing else: no writing, no programs, no network, none of our environment with its secrets. */
export function startChild({ megabytes, load, output = false }: ChildSettings): ChildProcess {
  const child = fork(file('./child.ts'), [`${megabytes}`, `${process.pid}`, ...load.map(String)], {
    execArgv: [
      '--permission',
      '--allow-fs-read=*',
      '--allow-addons',
      '--allow-worker',
      '--no-warnings',
      `--max-old-space-size=${Math.round(megabytes / 2)}`,
      ...collecting,
      `--import=${new URL('./no-network.ts', import.meta.url)}`,
    ],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', output ? 'pipe' : 'ignore', 'ignore', 'ipc'],
  });
  if (child.pid !== undefined) setPriority(child.pid, behind());
  // Where the whole machine runs out of memory, the kernel shall take this process and not its parent; other systems have no such file
  void writeFile(`/proc/${child.pid}/oom_score_adj`, '1000').catch(() => undefined);
  return child;
}

/** Readers take whole cores for seconds; who answers people in time goes first. Three steps are half the time of a core where others want it too: with ten a scan would starve. */
const behind = (): number => Math.min(constants.priority.PRIORITY_LOW, getPriority() + 3);

/** Asks a child that has nothing else to do. When this throws, the child may be dead or dying; `child.killed` or its exit tell. */
export async function ask(
  child: ChildProcess,
  request: Request,
  { seconds, signal, instead }: Limit,
): Promise<unknown> {
  signal.throwIfAborted();
  const late = AbortSignal.timeout(seconds * 1000);
  const answered = new AbortController();
  const stop = AbortSignal.any([signal, late, answered.signal]);
  try {
    const first = [
      once(child, 'message', { signal: stop }),
      once(child, 'exit', { signal: stop }).then((end) => died(end, instead)),
    ];
    child.send(request, () => undefined); // what could not be sent is told by the child's end
    const [answer] = await Promise.race(first);
    return unpack(answer);
  } catch (error) {
    if (!signal.aborted && !late.aborted) throw error;
    child.kill('SIGKILL');
    throw signal.aborted ? signal.reason : tooSlow(seconds, error, instead);
  } finally {
    answered.abort();
  }
}

function unpack(answer: Answer): unknown {
  if ('value' in answer) return answer.value;
  const cause = Object.assign(new Error('in a child process'), { stack: answer.stack });
  throw 'fault' in answer
    ? new Fault(answer.fault.code, answer.fault.message, { cause })
    : new Error(answer.bug, { cause });
}

function died([code, signal]: readonly unknown[], instead = 'Print it to a new PDF and share that.'): never {
  const cause = new Error(`the child ended with ${signal ?? code}`);
  throw new Fault(
    'invalid',
    `I had to stop reading this file: it needs far more memory than an invoice should. ${instead}`,
    { cause },
  );
}

const tooSlow = (
  seconds: number,
  cause: unknown,
  instead = 'Print it to a new PDF, or share only the pages with the invoice.',
): Fault => new Fault('invalid', `I stopped reading this file after ${seconds} seconds. ${instead}`, { cause });
