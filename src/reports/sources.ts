import { z } from 'zod';
import { sources as allSources, type Source } from '../domain/invoice.ts';
import { report } from '../engine/report.ts';
import { sql } from '../engine/sql.ts';
import { asking } from './spend/counted.ts';
import { spentIn, whole } from './spend/openings.ts';
import { elsewhere, spentBySource, total } from './spend/sums.ts';
import {
  countCell,
  countedIn,
  counting,
  elsewhereColumns,
  filtered,
  leftOut,
  moneyCell,
  moneyIn,
  nothingElsewhere,
  nothingYet,
  share,
  shareCell,
  within,
} from './spend/words.ts';

/** One way in; one row without a source when nothing is booked. */
const Row = z.object({
  source: z.enum(allSources).nullable(),
  minor: z.coerce.bigint(),
  total: z.coerce.bigint(),
  invoices: z.coerce.number(),
  ...elsewhereColumns,
});

/** The ways in, as people know them. */
const words: Readonly<Record<Source, string>> = {
  slack_file: 'Files in Slack',
  e_invoice: 'E-invoices',
  bulk: 'Spreadsheets',
  manual: 'Typed in by hand',
  drop: 'Inbox folder',
  api: 'API',
};

export const sources = report({
  name: 'sources',
  asks: 'Where do invoices come from?',
  needs: 'report.read',
  usually: 'last 12 months',
  row: Row,

  sql: (question) => sql`
    with ${asking(question)}
    select s.source, round(coalesce(s.minor, 0)) as minor, coalesce(s.invoices, 0) as invoices, ${total(sql`s.minor`)}, e.*
      from (${elsewhere(question)}) as e
      left join (${spentBySource(question)}) as s on true
     order by s.invoices desc, s.source`,

  finding: (rows, question) => {
    const other = rows[0] ?? { total: 0n, ...nothingElsewhere };
    const ways = rows.flatMap(({ source, minor, invoices }) =>
      source === null ? [] : [{ source, way: words[source], minor, invoices }],
    );
    const [first] = ways;
    if (!first) return nothingYet(question, other);
    const count = ways.reduce((sum, { invoices }) => sum + invoices, 0);
    const part = share(BigInt(first.invoices), BigInt(count));
    const title =
      ways.length === 1
        ? `${first.way}: ${count === 1 ? 'the one invoice' : `all ${counting(count, 'invoice')}`} ${within(question.period)} came that way`
        : `${first.way} brought ${part} of ${counting(count, 'invoice')} ${within(question.period)}`;
    return {
      title,
      note: leftOut(question, other),
      kpis: [
        { label: 'Invoices', value: count.toLocaleString('en-GB'), note: question.period.says },
        { label: 'Most', value: first.way, note: counting(first.invoices, 'invoice') },
        { label: 'Spend', value: moneyIn(question)(other.total), note: question.period.says },
      ],
      table: {
        columns: ['Way in', 'Invoices', 'Share', 'Spend'],
        rows: ways.map(({ way, minor, invoices }) => [
          way,
          countCell(invoices),
          shareCell(BigInt(invoices), BigInt(count)),
          moneyCell(question)(minor),
        ]),
      },
      opens: [
        whole(question, { minor: other.total, invoices: count }),
        ...ways.map(({ source, way, minor, invoices }) => ({
          key: source,
          group: 'Ways in',
          label: way,
          invoices,
          minor,
          filter: spentIn(question, { source }),
        })),
      ],
      chart: {
        chart: {
          mark: 'bars',
          x: { field: 'way', as: 'name' },
          y: { field: 'invoices', as: 'count' },
          title,
          subtitle: `Invoices in ${countedIn(question)} by their way in, ${question.period.says}${filtered(question)}`,
        },
        rows: ways.map(({ way, invoices }) => ({ way, invoices })),
      },
    };
  },
});
