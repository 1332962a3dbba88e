import { z } from 'zod';
import { addDays, type IsoDate } from '../domain/calendar.ts';
import { countedStates } from '../domain/invoice.ts';
import { formatMoney } from '../domain/money.ts';
import type { Part, Saying, Span, Text } from '../domain/reply.ts';
import { placeInWeek } from '../domain/rhythm.ts';
import type { Ports } from '../engine/ports.ts';
import { type Query, sql } from '../engine/sql.ts';

/** Lines of a message; the sums are of all. */
const most = 15;

/**
 * What falls due within `days` days, and what is overdue since the working day before; null when there is nothing. On a Friday also what Saturday and Sunday would
 * have told.
 */
export async function dueReminder(
  today: IsoDate,
  days: number,
  byline: Text,
  ports: Pick<Ports, 'rows' | 'store' | 'workspace'>,
): Promise<Saying | null> {
  const asked = dueWithin(today, days);
  const sums = await ports.rows.read(sumsOf(asked), Sum);
  if (sums.length === 0) return null;
  const rows = await ports.rows.read(rowsOf(asked), Row);
  const lines = await Promise.all(rows.map(async (row) => ({ isLate: row.late, line: await lineOf(row, ports) })));
  const summary = headline(sums);
  const group = (name: string, isLate: boolean): readonly Part[] => {
    const own = lines.filter((one) => one.isLate === isLate);
    return own.length === 0 ? [] : [{ part: 'text', text: [{ bold: name }, ...own.flatMap(({ line }) => line)] }];
  };
  return {
    summary,
    parts: [
      { part: 'heading', text: headingOf(sums) },
      { part: 'text', text: summary },
      ...group('Overdue since the last working day', true),
      ...group('Due', false),
      ...left(sums.reduce((all, { invoices }) => all + invoices, 0) - rows.length),
      {
        part: 'note',
        text: ['Penny does not know what has been paid. ', ...(typeof byline === 'string' ? [byline] : byline)],
      },
    ],
  };
}

type Asked = { readonly from: IsoDate; readonly today: IsoDate; readonly to: IsoDate };

function dueWithin(today: IsoDate, days: number): Asked {
  const place = placeInWeek(today);
  return {
    from: addDays(today, place === 1 ? -3 : place === 7 ? -2 : -1),
    today,
    to: addDays(today, days + (place === 5 ? 2 : place === 6 ? 1 : 0)),
  };
}

const Sum = z.object({
  late: z.boolean(),
  currency: z.string(),
  invoices: z.coerce.number(),
  minor: z.coerce.bigint(),
});
type Sum = z.infer<typeof Sum>;

const Row = z.object({
  id: z.coerce.bigint(),
  late: z.boolean(),
  vendor: z.string().nullable(),
  number: z.string().nullable(),
  due: z.string(),
  currency: z.string(),
  minor: z.coerce.bigint(),
  document: z.coerce.bigint().nullable(),
});

/** The currencies are named, for the index goes by them first. */
const due = ({ from, to }: Asked): Query => sql`
  from invoice i
 where i.state in (${{ text: countedStates.map((state) => `'${state}'`).join(', '), values: [] }}) and i.total_minor > 0
   and i.currency = any(array(select distinct currency from invoice_summary_monthly)) and i.due_date between ${from}::date and ${to}::date`;

const sumsOf = (asked: Asked): Query => sql`
  select i.due_date < ${asked.today}::date as late, i.currency, count(*) as invoices, sum(i.total_minor) as minor ${due(asked)}
   group by 1, 2 order by 1, 2`;

const rowsOf = (asked: Asked): Query => sql`
  select i.id, i.due_date < ${asked.today}::date as late, coalesce((select name from vendor v where v.id = i.vendor_id), i.vendor_text) as vendor,
         i.number, i.due_date::text as due, i.currency, i.total_minor as minor, i.document_id as document ${due(asked)}
   order by i.due_date, i.total_minor desc, i.id limit ${most}`;

const many = (count: number): string => `${count.toLocaleString('en-GB')} invoice${count === 1 ? '' : 's'}`;

const count = (sums: readonly Sum[]): number => sums.reduce((all, { invoices }) => all + invoices, 0);

/** Unlike currencies are never added. */
const amounts = (sums: readonly Sum[]): string =>
  new Intl.ListFormat('en-GB').format(sums.map(({ minor, currency }) => formatMoney({ minor, currency })));

function split(sums: readonly Sum[]): { readonly soon: readonly Sum[]; readonly late: readonly Sum[] } {
  return { soon: sums.filter(({ late }) => !late), late: sums.filter(({ late }) => late) };
}

function headingOf(sums: readonly Sum[]): string {
  const { soon, late } = split(sums);
  const words = [
    ...(count(soon) > 0 ? [`${many(count(soon))} due soon`] : []),
    ...(count(late) > 0 ? [`${many(count(late))} newly overdue`] : []),
  ];
  return words.join(', ');
}

function headline(sums: readonly Sum[]): string {
  const { soon, late } = split(sums);
  const said = (some: readonly Sum[], one: string, several: string) =>
    count(some) === 0 ? [] : [`${many(count(some))} ${count(some) === 1 ? one : several}: ${amounts(some)}.`];
  return [
    ...said(soon, 'falls due soon', 'fall due soon'),
    ...said(late, 'is newly overdue', 'are newly overdue'),
  ].join(' ');
}

async function lineOf(
  { id, vendor, number, due, currency, minor, document }: z.infer<typeof Row>,
  { store, workspace }: Pick<Ports, 'store' | 'workspace'>,
): Promise<readonly Span[]> {
  const share = document === null ? null : await store.documents.firstShare(document, 0n);
  const link = share?.messageTs ? await workspace.permalink(share.channel, share.messageTs) : null;
  const label = [`#${id}`, vendor ?? 'unknown vendor', number].filter((word) => word !== null).join(' ');
  return ['\n', { day: due }, ' · ', link === null ? label : { link, label }, ` · ${formatMoney({ minor, currency })}`];
}

const left = (more: number): readonly Part[] =>
  more > 0
    ? [{ part: 'note', text: [`These are the first; ${many(more)} more in `, { code: '/spend ageing' }, '.'] }]
    : [];
