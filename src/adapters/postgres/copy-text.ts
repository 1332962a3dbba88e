import { Buffer } from 'node:buffer';

/** What has come of a stream so far, and what is still to come; null when that was all. */
export type Beginning = { readonly head: Buffer; readonly rest: AsyncIterator<Uint8Array> | null };

/** Reads on until there are more than `most` rows, or no more. */
export async function beginning(stream: AsyncIterable<Uint8Array>, most: number): Promise<Beginning> {
  const rest = stream[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  for (;;) {
    const { value, done } = await rest.next();
    if (done) return { head, rest: null };
    head = Buffer.concat([head, value]);
    if (rowsIn(head) > most) return { head, rest };
  }
}

/** The whole again, telling of each piece how many rows have gone by. */
export async function* counted(
  { head, rest }: Beginning,
  progress: (rows: number) => void,
): AsyncGenerator<Uint8Array, void> {
  let rows = rowsIn(head);
  yield head;
  for (;;) {
    progress(rows);
    const next = await rest?.next();
    if (!next || next.done) return;
    rows += rowsIn(next.value);
    yield next.value;
  }
}

/** In COPY's text format a line feed always ends a row: those in a text are written `\n`. https://www.postgresql.org/docs/current/sql-copy.html */
function rowsIn(bytes: Uint8Array): number {
  let rows = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) rows += 1;
  return rows;
}

const signs: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The rows of a piece of COPY text; null is null. */
export const parseCopyText = (bytes: Buffer): readonly (readonly (string | null)[])[] =>
  bytes
    .toString()
    .split('\n')
    .slice(0, -1)
    .map((row) => row.split('\t').map((cell) => (cell === '\\N' ? null : unescaped(cell))));

const unescaped = (cell: string): string => cell.replace(/\\(.)/gs, (_, sign: string) => signs[sign] ?? sign);
