import type pg from 'pg';

type Truth = { readonly key: string; readonly figures: string; readonly truth: string };

const counts = `state in ('review', 'booked', 'confirmed')`;
const dated = `${counts} and date is not null and currency is not null and total_minor is not null`;
const owed = `${counts} and due_date is not null and currency is not null and total_minor > 0`;
const stopped = `duplicate_of is not null and state in ('held', 'deleted')`;

/** What each summary must say, counted again from the ledger: a month at a time for vendors and categories, and in other words than the triggers. */
const truths: Readonly<Record<string, Truth>> = {
  invoice_summary_daily: {
    key: 'day, currency',
    figures: 'invoices, total_minor, due, due_minor, stopped, stopped_minor',
    truth: `
      select day, currency, count(*) filter (where of = 'date'), coalesce(sum(total_minor) filter (where of = 'date'), 0),
             count(*) filter (where of = 'due'), coalesce(sum(total_minor) filter (where of = 'due'), 0),
             count(*) filter (where of = 'stopped'), coalesce(sum(total_minor) filter (where of = 'stopped'), 0)
        from invoice cross join lateral (values ('date', date, ${dated}), ('due', due_date, ${owed}), ('stopped', (added_at at time zone 'utc')::date, ${stopped})) as on_day (of, day, holds)
       where holds group by day, currency`,
  },
  invoice_summary_monthly: {
    key: 'month, currency, source, kind, state',
    figures: 'invoices, priced, total_minor',
    truth: `
      select to_char(date, 'YYYY-MM-01')::date as month, currency, source, kind, state, count(*), count(total_minor), coalesce(sum(total_minor), 0)
        from invoice group by 1, 2, 3, 4, 5`,
  },
  invoice_summary_category: {
    key: 'month, currency, category_id',
    figures: 'invoices, total_minor, due, due_minor',
    truth: spans('month', 'category_id'),
  },
  invoice_summary_vendor: {
    key: 'months, starts, currency, vendor_id, category_id',
    figures: 'invoices, total_minor, due, due_minor',
    truth: [
      [1, 'month'],
      [3, 'quarter'],
      [12, 'year'],
    ]
      .map(([months, unit]) => `select ${months}, * from (${spans(`${unit}`, 'vendor_id, category_id')}) as unit`)
      .join(' union all '),
  },
  invoice_quality_metrics: {
    key: 'day, vendor_id, category_id',
    figures: 'invoices, straight, untouched, waiting, fields, fields_right, corrected, sure, sure_right',
    truth: `
      select (added_at at time zone 'utc')::date, vendor_id, category_id, count(*), count(*) filter (where straight),
             count(*) filter (where state in ('booked', 'confirmed') and cardinality(corrected) = 0), count(*) filter (where state in ('review', 'held')),
             sum((select count(*) from (select unnest(read) union select unnest(corrected)) as either)),
             sum((select count(*) from (select unnest(read) except select unnest(corrected)) as kept)), sum(cardinality(corrected)),
             sum(cardinality(sure)), sum((select count(*) from (select unnest(sure) except select unnest(corrected)) as kept))
        from invoice join invoice_quality on invoice_id = id where state <> 'deleted' group by 1, 2, 3`,
  },
};

function spans(unit: string, of: string): string {
  return `
    select starts, currency, ${of}, sum(dated)::bigint, sum(dated * total_minor)::bigint, sum(owed)::bigint, sum(owed * total_minor)::bigint
      from (select date_trunc('${unit}', date::timestamp)::date as starts, currency, vendor_id, category_id, total_minor, 1 as dated, 0 as owed from invoice where ${dated}
             union all
            select date_trunc('${unit}', due_date::timestamp)::date, currency, vendor_id, category_id, total_minor, 0, 1 from invoice where ${owed}) as one
     group by starts, currency, ${of}`;
}

/** What the summaries say and the ledger does not, and the other way round; nothing when they are exact. */
export async function lies(client: pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ lie: string }>(
    Object.entries(truths)
      .map(([table, { key, figures, truth }]) => {
        const sums = figures.split(', ').map((figure) => `sum(${figure})`);
        const kept = `select ${key}, ${sums.join(', ')} from ${table} group by ${key} having ${sums.map((sum) => `${sum} <> 0`).join(' or ')}`;
        return `
          (select '${table} lacks ' || wrong::text as lie from ((${truth}) except (${kept})) as wrong)
          union all (select '${table} has ' || wrong::text from ((${kept}) except (${truth})) as wrong)`;
      })
      .join(' union all '),
  );
  return rows.map(({ lie }) => lie);
}
