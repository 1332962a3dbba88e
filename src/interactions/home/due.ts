import { z } from 'zod';
import { addDays, dayOf } from '../../domain/calendar.ts';
import { formatMoney } from '../../domain/money.ts';
import type { Part } from '../../domain/reply.ts';
import type { Ports } from '../../engine/ports.ts';
import type { Question } from '../../engine/report.ts';
import { sql } from '../../engine/sql.ts';
import { ageing } from '../../reports/ageing.ts';
import { askReport } from '../ask-report.ts';
import { invoiceShow } from '../invoice-show.ts';
import { homeQuestion } from './figures.ts';
import { heading, section } from './section.ts';

/** Invoices shown one by one. */
const most = 4;

const Row = z.object({
  id: z.coerce.bigint(),
  vendor: z.string().nullable(),
  number: z.string().nullable(),
  day: z.string(),
  minor: z.coerce.bigint(),
});
type Row = z.infer<typeof Row>;

/** What is late, what falls due within a week, and which are next. */
export const due = section('report.read', async ({ actor }, ports) => {
  const question = homeQuestion(ageing, dayOf(ports.clock.now(), actor.zone), ports.settings.reportingCurrency);
  const [finding, next] = await Promise.all([ageing.answer(question, ports.rows), nextDue(question, ports)]);
  if (finding.kpis.length === 0) return [];
  return [
    heading('Falls due'),
    { part: 'text', text: [{ bold: finding.title }] },
    { part: 'kpis', kpis: finding.kpis },
    ...(finding.note ? [{ part: 'note', text: finding.note } as const] : []),
    ...next.flatMap((row) => invoice(row, question)),
    { part: 'controls', controls: [{ ...askReport.draw({ words: 'ageing' }), label: 'All by due date' }] },
  ];
});

const nextDue = ({ currency, today }: Question, { rows }: Pick<Ports, 'rows'>): Promise<readonly Row[]> =>
  rows.read(
    sql`
    with next as (
      select id, vendor_id, due_date, total_minor from invoice
       where currency = ${currency} and due_date between ${today}::date and ${addDays(today, 7)}::date
         and state in ('review', 'booked', 'confirmed') and total_minor > 0
       order by due_date, id limit ${most})
    select next.id, coalesce(v.name, i.vendor_text) as vendor, i.number, next.due_date::text as day, next.total_minor as minor
      from next join invoice i on i.id = next.id left join vendor v on v.id = next.vendor_id
     order by next.due_date, next.id`,
    Row,
  );

const invoice = ({ id, vendor, number, day, minor }: Row, { currency, today }: Question): readonly Part[] => [
  {
    part: 'text',
    text: [
      `#${id}  `,
      { bold: vendor ?? 'unknown vendor' },
      `  ${[number, formatMoney({ minor, currency })].filter((word) => word !== null).join(' · ')}\n`,
      day === today ? { italic: 'due today' } : 'due ',
      ...(day === today ? [] : [{ day }]),
    ],
  },
  { part: 'controls', controls: [invoiceShow.draw({ invoice: String(id) })] },
];
