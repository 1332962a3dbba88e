import { PassThrough, Readable } from 'node:stream';
import { Fault } from '../../domain/fault.ts';
import type { ApartStream } from '../../ports/apart.ts';
import { ask, type ChildSettings, startChild } from './one-child.ts';

/** Runs jobs that stream, each in a child that ends with it. `stop` ends them all; they then fail as unavailable. */
export type StreamChildren = { readonly stream: ApartStream; stop(): void };

/** Bytes that may wait between the child and its reader, besides what the system's pipe holds. */
const waiting = 262_144;

/** As many children as there are jobs at a time; each may take `megabytes`. */
export function streamChildren({ megabytes = 1024 }: Partial<Pick<ChildSettings, 'megabytes'>> = {}): StreamChildren {
  const stopping = new AbortController();
  const stream: ApartStream = (module, name, input, limit) => {
    const left = new AbortController();
    const signal = AbortSignal.any([limit.signal, stopping.signal, left.signal]);
    signal.throwIfAborted();
    const child = startChild({ megabytes, load: [], output: true });
    const result = ask(child, { module: String(module), name, input }, { ...limit, signal });
    const ended = () => child.kill('SIGKILL'); // what it has written stays in the pipe
    result.then(ended, ended);
    // Node throws away what nobody has begun to read when a child ends: so it is read from the first moment on
    const text = child.stdout?.pipe(new PassThrough({ highWaterMark: waiting })) ?? null;
    const output = Readable.from(written(text, result), { objectMode: false, highWaterMark: waiting });
    output.once('close', () => left.abort(unread));
    // The module answers with what its function returns: the caller named that function's type
    return { output, result: result as never };
  };
  const stop = () => stopping.abort(new Fault('unavailable', 'Penny is stopping; the file is read when she is back.'));
  return { stream, stop };
}

/** What the child writes, and then its failure, if it failed: a reader must not take a part for the whole. */
async function* written(text: Readable | null, result: Promise<unknown>): AsyncGenerator<Buffer> {
  if (text) for await (const chunk of text) yield chunk;
  await result;
}

const unread = new Fault('unavailable', 'Nobody reads this table any more.');
