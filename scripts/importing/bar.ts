import { createReadStream } from 'node:fs';
import { SingleBar } from 'cli-progress';

/** How far an import is, on stderr where that is a terminal; nothing otherwise. The lines of a text file are about its rows. */
export async function startBar(path: string, isText: boolean) {
  if (!process.stderr.isTTY) return { rows: (_: number) => {}, end: () => {} };
  const total = isText ? await linesOf(path) : 0;
  const bar = new SingleBar({ format: '{bar} {value}/{total} rows | {duration_formatted}', stream: process.stderr });
  bar.start(total, 0);
  return { rows: (rows: number) => bar.update(rows), end: () => bar.stop() };
}

async function linesOf(path: string): Promise<number> {
  let lines = 0;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) lines += 1;
  return lines;
}
