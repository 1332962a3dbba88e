import { stringify } from 'csv-stringify/sync';
import { harmlessCell } from '../domain/cell.ts';
import type { Ports } from '../engine/ports.ts';
import type { Import, LeftOut } from '../ports/imports.ts';

/** Rows read from the database at a time, and those that a file for people holds at most. */
const page = 5_000;
const most = 50_000;

/** The rows that were not booked, as CSV: as they stand in the file, with line, what became of them and why beside them. */
export async function* leftOutCsv({ id, preview }: Import, { store }: Pick<Ports, 'store'>): AsyncGenerator<string> {
  yield stringify([['Line', 'Result', ...preview.header, 'Reason'].map(harmlessCell)], { bom: true });
  const width = preview.header.length;
  let after = 0;
  for (;;) {
    const rows = await store.imports.leftOut(id, after, page);
    if (rows.length === 0) return;
    yield stringify(rows.map((row) => cellsOf(row, width)));
    after = rows.at(-1)?.line ?? after;
  }
}

const cellsOf = ({ line, verdict, cells, why }: LeftOut, width: number): string[] => [
  String(line),
  verdict,
  ...Array.from({ length: Math.max(width, cells.length) }, (_, at) => harmlessCell(cells[at] ?? '')),
  why,
];

/** Puts that file into the import's thread, once; a crash between Slack's answer and ours could make it twice. */
export async function sendLeftOut(one: Import, ports: Pick<Ports, 'store' | 'workspace'>): Promise<void> {
  const { counts, shareId } = one;
  const left = (counts?.duplicates ?? 0) + (counts?.rejected ?? 0);
  if (one.state !== 'loaded' || left === 0 || shareId === null || one.leftOutFile !== null) return;
  const share = await ports.store.documents.shareOf(shareId);
  if (share === null) return;
  const pieces: string[] = [];
  let pages = 0;
  for await (const piece of leftOutCsv(one, ports)) {
    pieces.push(piece);
    pages += 1;
    if (pages > most / page) break;
  }
  const says =
    left > most
      ? `The first ${most.toLocaleString('en-GB')} of the rows that were not booked, each with the reason.`
      : 'The rows that were not booked, each with the reason. Mend and share them again.';
  const file = {
    name: `not booked - ${one.fileName.replace(/\.\w+$/, '')}.csv`,
    bytes: Buffer.from(pieces.join('')),
    says,
  };
  const sent = await ports.workspace.attach(share.channel, share.messageTs, file);
  await ports.store.imports.noteLeftOutFile(one.id, sent);
}
