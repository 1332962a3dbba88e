import type { Ports } from '../engine/ports.ts';
import type { Import, LeftOut } from '../ports/imports.ts';
import type { Cell } from '../ports/table-files.ts';

/** Rows read from the database at a time, and those that a file in Slack holds at most. */
const page = 5_000;
const most = 50_000;

type Reach = Pick<Ports, 'store' | 'writeTable'>;

/** The rows that were not booked, `upTo` of them, as CSV: as they stand in the file, with line, what became of them and why beside them. */
export function leftOutCsv(one: Import, ports: Reach, upTo = Number.POSITIVE_INFINITY): AsyncIterable<Uint8Array> {
  const { header } = one.preview;
  return ports.writeTable('csv', ['Line', 'Result', ...header, 'Reason'], rowsOf(one, ports, upTo));
}

async function* rowsOf({ id, preview }: Import, { store }: Reach, upTo: number): AsyncGenerator<readonly Cell[]> {
  let [after, left] = [0, upTo];
  while (left > 0) {
    const rows = await store.imports.leftOut(id, after, Math.min(page, left));
    for (const row of rows) yield cellsOf(row, preview.header.length);
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.line;
    left -= rows.length;
  }
}

const cellsOf = ({ line, verdict, cells, why }: LeftOut, width: number): readonly Cell[] => [
  { number: String(line) },
  verdict,
  ...Array.from({ length: Math.max(width, cells.length) }, (_, at) => cells[at] ?? ''),
  why,
];

/** Puts that file into the import's thread, once; a crash between Slack's answer and ours could make it twice. */
export async function sendLeftOut(one: Import, ports: Reach & Pick<Ports, 'workspace'>): Promise<void> {
  const { counts, shareId } = one;
  const left = (counts?.duplicates ?? 0) + (counts?.rejected ?? 0);
  if (one.state !== 'loaded' || left === 0 || shareId === null || one.leftOutFile !== null) return;
  const share = await ports.store.documents.shareOf(shareId);
  if (share === null) return;
  const says =
    left > most
      ? `The first ${most.toLocaleString('en-GB')} of the rows that were not booked, each with the reason.`
      : 'The rows that were not booked, each with the reason. Mend them and share the file again.';
  const name = `not booked - ${one.fileName.replace(/\.\w+$/, '')}.csv`;
  const file = { name, says, content: leftOutCsv(one, ports, most) };
  const sent = await ports.workspace.attach(share.channel, share.messageTs, file);
  await ports.store.imports.noteLeftOutFile(one.id, sent);
}
