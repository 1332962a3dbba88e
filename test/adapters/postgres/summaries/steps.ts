import { pipeline } from 'node:stream/promises';
import fc from 'fast-check';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

/** The first invoice of all, which others are duplicates of, and which stays. */
export const anchor = 1;

const states = ['review', 'booked', 'confirmed', 'held', 'deleted'] as const;
const days = ['2024-12-31', '2025-01-01', '2025-02-28', '2025-03-31', '2025-04-01', '2026-01-01'];

/** An invoice as a test books it; few vendors, days and currencies, so that they meet in the same rows of the summaries. */
const Facts = fc.record({
  state: fc.constantFrom(...states),
  source: fc.constantFrom('bulk', 'manual'),
  kind: fc.constantFrom('invoice', 'credit_note'),
  vendor: fc.constantFrom(1, 2, 3, null),
  category: fc.constantFrom(1, 2, null),
  date: fc.constantFrom(...days, null),
  due: fc.constantFrom(...days, null),
  currency: fc.constantFrom('EUR', 'EUR', 'USD', null),
  total: fc.constantFrom(12_345, 1, 0, -500, null),
  duplicate: fc.boolean(),
  added: fc.constantFrom('2025-01-01T23:59:59.999Z', '2025-01-02T00:00:00+02:00', '2025-03-31T12:00:00Z'),
});
type Facts = typeof Facts extends fc.Arbitrary<infer T> ? T : never;

/** What a correction may change, one thing at a time or all that is on the paper. */
const correctable: Readonly<Record<string, (facts: Facts) => object>> = {
  vendor: ({ vendor }) => ({ vendor_id: vendor }),
  category: ({ category }) => ({ category_id: category }),
  dates: ({ date, due }) => ({ date, due_date: due }),
  amount: ({ currency, total, kind }) => ({ currency, total_minor: total, kind }),
  origin: ({ source, added, duplicate }) => ({ source, added_at: added, duplicate_of: duplicate ? anchor : null }),
  all: ({ vendor, category, date, due, total }) => ({
    vendor_id: vendor,
    category_id: category,
    date,
    due_date: due,
    total_minor: total,
  }),
};

const few = fc.record({ from: fc.nat(6), count: fc.integer({ min: 1, max: 6 }) });
const fields = fc.subarray(['vendor', 'date', 'total', 'due_date']);

/** Something done to the ledger in a transaction of its own, which `keep` says whether to commit. */
export const Step = fc.record({
  keep: fc.boolean().map((no) => !no),
  does: fc.oneof(
    fc.record({ what: fc.constant('insert' as const), rows: fc.array(Facts, { minLength: 1, maxLength: 8 }) }),
    fc.record({ what: fc.constant('copy' as const), rows: fc.array(Facts, { minLength: 1, maxLength: 12 }) }),
    fc.record({
      what: fc.constant('correct' as const),
      few,
      facts: Facts,
      of: fc.constantFrom(...Object.keys(correctable)),
    }),
    fc.record({ what: fc.constant('move' as const), few, state: fc.constantFrom(...states) }),
    fc.record({ what: fc.constant('read' as const), few, read: fields, sure: fields, straight: fc.boolean() }),
    fc.record({ what: fc.constant('fields corrected' as const), few, fields }),
    fc.record({ what: fc.constant('forget reading' as const), few }),
    fc.record({ what: fc.constant('delete' as const), few }),
    fc.record({ what: fc.constant('undo load' as const), which: fc.nat(9) }),
  ),
});
export type Step = typeof Step extends fc.Arbitrary<infer T> ? T : never;

const columns =
  'number, state, state_before_deletion, source, kind, vendor_id, category_id, date, due_date, currency, total_minor, duplicate_of, added_at, added_by';

const valuesOf = (facts: Facts, load: string) => [
  load,
  facts.state,
  facts.state === 'deleted' ? 'held' : null,
  facts.source,
  facts.kind,
  facts.vendor,
  facts.category,
  facts.date,
  facts.due,
  facts.currency,
  facts.total,
  facts.duplicate ? anchor : null,
  facts.added,
  1,
];

/** Does the step. `load` names what it brings in, so that all of it can be taken back. */
export async function take(client: pg.ClientBase, { does }: Step, load: string): Promise<unknown> {
  switch (does.what) {
    case 'insert':
      return insert(client, does.rows, load);
    case 'copy':
      return copy(client, does.rows, load);
    case 'correct':
      return correct(client, does);
    case 'move':
      return client.query(
        `update invoice set state = $1, state_before_deletion = case when $1 = 'deleted' then 'booked' end where id in ${these(does.few)}`,
        [does.state],
      );
    case 'read':
      return client.query(
        `insert into invoice_quality (invoice_id, straight, read, sure) select id, $1, $2, $3 from invoice where id in ${these(does.few)}
             on conflict (invoice_id) do update set read = excluded.read, sure = excluded.sure`,
        [does.straight, does.read, does.sure],
      );
    case 'fields corrected':
      return client.query(`update invoice_quality set corrected = $1 where invoice_id in ${these(does.few)}`, [
        does.fields,
      ]);
    case 'forget reading':
      return client.query(`delete from invoice_quality where invoice_id in ${these(does.few)}`);
    case 'delete':
      return client.query(`delete from invoice where id in ${these(does.few)}`);
    case 'undo load':
      return client.query(
        `delete from invoice where id in (select id from invoice where number like $1 and id <> ${anchor} order by id for update)`,
        [`%/${does.which}`],
      );
  }
}

/** Taken in their order, so that two who change the same ones do not block each other for good. */
const these = ({ from, count }: { readonly from: number; readonly count: number }): string =>
  `(select id from (select id from invoice where id <> ${anchor} order by id offset ${from} limit ${count} for update) as few)`;

function insert(client: pg.ClientBase, rows: readonly Facts[], load: string): Promise<unknown> {
  const values = rows.map((facts) => valuesOf(facts, load));
  const places = values.map((row, i) => `(${row.map((_, j) => `$${i * row.length + j + 1}`).join(', ')})`);
  return client.query(`insert into invoice (${columns}) values ${places.join(', ')}`, values.flat());
}

function copy(client: pg.ClientBase, rows: readonly Facts[], load: string): Promise<unknown> {
  const lines = rows.map(
    (facts) =>
      `${valuesOf(facts, load)
        .map((value) => value ?? '\\N')
        .join('\t')}\n`,
  );
  return pipeline(lines, client.query(copyFrom(`copy invoice (${columns}) from stdin`)));
}

function correct(
  client: pg.ClientBase,
  { few, facts, of }: Extract<Step['does'], { what: 'correct' }>,
): Promise<unknown> {
  const set = correctable[of]?.(facts) ?? {};
  const places = Object.keys(set).map((column, i) => `${column} = $${i + 1}`);
  return client.query(`update invoice set ${places.join(', ')} where id in ${these(few)}`, Object.values(set));
}
