import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { Fault } from '../../domain/fault.ts';
import type { Answer, Request } from './messages.ts';

/** The main file of a child: answers one request after the other, and ends with its parent. Arguments: megabytes, the number of its parent, then modules to load at once. */
const [, , megabytes = '1024', parent = '', ...modules] = process.argv;

const watch = new Worker(new URL('./memory-watch.ts', import.meta.url), {
  workerData: { megabytes: Number(megabytes), parent: Number(parent) },
});
await once(watch, 'message');
watch.unref();
process.on('disconnect', () => process.exit());
process.on('message', async (request: Request) => process.send?.(await answer(request)));
for (const module of modules) await import(module);

async function answer({ module, name, input }: Request): Promise<Answer> {
  try {
    const exported: Readonly<Record<string, (input: unknown, write: typeof writeOut) => Promise<unknown>>> =
      await import(module);
    const job = exported[name];
    if (!job) throw new Error(`${module} exports no ${name}`);
    return { value: await job(input, writeOut) };
  } catch (error) {
    return asAnswer(error);
  }
}

/** Done when the parent has room for more: what it does not read is never piled up here. */
function writeOut(chunk: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(chunk, (error) => (error ? reject(error) : resolve()));
  });
}

function asAnswer(error: unknown): Answer {
  const stack = stackOf(error);
  if (error instanceof Fault) return { fault: { code: error.code, message: error.message }, stack };
  return { bug: error instanceof Error ? error.message : String(error), stack };
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const stack = error.stack ?? error.message;
  return error.cause === undefined ? stack : `${stack}\n  cause: ${stackOf(error.cause)}`;
}
