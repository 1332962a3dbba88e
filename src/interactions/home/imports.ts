import { z } from 'zod';
import type { Span } from '../../domain/reply.ts';
import type { Ports } from '../../engine/ports.ts';
import { sql } from '../../engine/sql.ts';
import { heading, section } from './section.ts';

const most = 4;

const Row = z.object({
  name: z.string(),
  state: z.enum(['offered', 'loading', 'loaded', 'failed', 'dropped', 'undone']),
  rows: z.number().nullable(),
  accepted: z.number().nullable(),
  channel: z.string().nullable(),
  ts: z.string().nullable(),
});
type Row = z.infer<typeof Row>;

/** Tables of the last days on their way into the ledger. */
export const imports = section('import.load', async (_, ports) => {
  const rows = await ports.rows.read(
    sql`
    select d.name, m.state, m.rows, m.accepted, s.channel, s.message_ts as ts
      from (select * from import order by id desc limit ${most}) as m
      join document d on d.id = m.document_id left join document_share s on s.id = m.share_id
     where coalesce(m.loaded_at, m.added_at) > ${ports.clock.now()}::timestamptz - interval '7 days'
     order by m.id desc`,
    Row,
  );
  if (rows.length === 0) return [];
  const lines = await Promise.all(rows.map((row) => line(row, ports)));
  return [
    heading('Tables of this week'),
    { part: 'text', text: lines.flatMap((one, at) => (at === 0 ? one : ['\n', ...one])) },
  ];
});

const stateWords: Readonly<Record<Row['state'], string>> = {
  offered: 'waits for somebody to press Load',
  loading: 'is being loaded',
  loaded: 'loaded',
  failed: 'failed, nothing of it is booked',
  dropped: 'not wanted',
  undone: 'undone',
};

async function line(
  { name, state, rows, accepted, channel, ts }: Row,
  { workspace }: Pick<Ports, 'workspace'>,
): Promise<readonly Span[]> {
  const link = channel === null || ts === null ? null : await workspace.permalink(channel, ts);
  const count = (number: number) => number.toLocaleString('en-GB');
  const booked = rows === null || accepted === null ? '' : `, ${count(accepted)} of ${count(rows)} rows booked`;
  return [
    '• ',
    link === null ? { bold: name } : { link, label: name },
    `: ${stateWords[state]}${state === 'loaded' ? booked : ''}`,
  ];
}
