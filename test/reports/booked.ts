import { afterAll } from 'vitest';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { type Finding, type Question, spoken } from '../../src/engine/report.ts';
import { type Query, sql } from '../../src/engine/sql.ts';
import { testDatabase } from '../support/database.ts';
import { silent } from '../support/silent.ts';

/** A Monday. */
export const today = '2026-11-23';

type Booked = {
  readonly date?: string | null;
  readonly due?: string;
  readonly minor?: bigint | null;
  readonly currency?: string | null;
  readonly vendor?: string | null;
  readonly category?: string;
  readonly source?: 'slack_file' | 'e_invoice' | 'bulk' | 'manual' | 'drop';
  readonly state?: 'review' | 'booked' | 'confirmed' | 'held' | 'deleted';
  readonly duplicateOf?: bigint;
  readonly addedAt?: string;
};

/** A ledger of one's own, written to directly: reports do not care how an invoice came in. */
export async function ledger() {
  const { rows, ownerUrl } = await testDatabase();
  const owner = openDatabase({ url: ownerUrl, log: silent, connections: 1 });
  afterAll(() => owner.close());
  return {
    rows,
    run: (query: Query) => owner.query<{ id: bigint }>(query),
    book: async (one: Booked) => (await owner.query<{ id: bigint }>(insert(one)))[0]?.id ?? 0n,
    clear: async () => {
      await owner.query(sql`delete from invoice`);
      await owner.query(sql`delete from document_share`);
    },
  };
}

function insert({
  vendor = 'ACME Ltd.',
  state = 'booked',
  currency = 'EUR',
  date = '2026-11-05',
  ...one
}: Booked): Query {
  const minor = one.minor === undefined ? 10_000n : one.minor;
  return sql`
    with known as (
      insert into vendor (name, name_key) select ${vendor}, ${vendor} where ${vendor}::text is not null
          on conflict (name_key) do update set name = excluded.name returning id)
    insert into invoice (state, state_before_deletion, source, kind, vendor_id, date, due_date, currency, total_minor, category_id, duplicate_of, added_by, added_at)
    select ${state}, ${state === 'deleted' ? 'held' : null}, ${one.source ?? 'manual'}, 'invoice', (select id from known), ${date}, ${one.due ?? null}, ${currency}, ${minor},
           (select id from category where name = ${one.category ?? null}), ${one.duplicateOf ?? null}, (select id from app_user where standing = 'penny'), ${one.addedAt ?? '2026-11-05T10:00:00Z'}
    returning id`;
}

export function asked(words: string, change: Partial<Question> = {}): Question {
  const period = parsePeriod(words, today);
  if (!period) throw new Error(`“${words}” is no period`);
  return { period, currency: 'EUR', converted: false, vendor: null, category: null, today, ...change };
}

/** The rows beside the picture, as people read them. */
export const tableOf = ({ table }: Finding): readonly (readonly string[])[] =>
  table === null ? [] : spoken(table).rows;
