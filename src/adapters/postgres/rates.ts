import type { Rate } from '../../domain/rate.ts';
import { sql } from '../../engine/sql.ts';
import type { KeptRates, Rates } from '../../ports/rates.ts';
import { postgresAudit } from './audit.ts';
import { type Db, one } from './database.ts';

/** Rates in a statement; the whole history of the European Central Bank has 220,000. */
const batch = 20_000;

export const postgresRates = (db: Db): Rates => ({
  keep: (rates, { actor }) =>
    db.transaction(async (tx) => {
      const each = [...new Map(rates.map((rate) => [`${rate.currency} ${rate.day}`, rate])).values()];
      let kept: KeptRates = { added: 0, changed: 0 };
      for (let at = 0; at < each.length; at += batch) {
        const { added, changed } = await upsert(tx, each.slice(at, at + batch));
        kept = { added: kept.added + added, changed: kept.changed + changed };
      }
      if (kept.added + kept.changed > 0)
        await postgresAudit(tx).changed(actor, { action: 'rates.load', subject: 'fx_rate', after: kept });
      return kept;
    }),
});

/** In the order of the key, so that two who load the same do not lock one another out. */
async function upsert(tx: Db, rates: readonly Rate[]): Promise<KeptRates> {
  const [days, currencies, perEuro] = [
    rates.map(({ day }) => day),
    rates.map(({ currency }) => currency),
    rates.map((rate) => rate.perEuro),
  ];
  const rows = await tx.query<{ added: number; changed: number }>(sql`
    with kept as (
      insert into fx_rate as known (currency, day, per_euro)
      select currency, day, per_euro from unnest(${currencies}::text[], ${days}::date[], ${perEuro}::numeric[]) as given (currency, day, per_euro)
       order by currency, day
          on conflict on constraint fx_rate_once do update set per_euro = excluded.per_euro, loaded_at = now() where known.per_euro <> excluded.per_euro
      returning xmax = 0 as is_new)
    select count(*) filter (where is_new)::integer as added, count(*) filter (where not is_new)::integer as changed from kept`);
  return one(rows);
}
