import { expect, test } from 'vitest';
import { authorize } from '../../../src/domain/access.ts';
import { sql } from '../../../src/engine/sql.ts';
import { testDatabase } from '../../support/database.ts';

const { database, store } = await testDatabase();
const grant = authorize(await store.directory.penny(), 'import.load');
const rate = (day: string, currency: string, perEuro: string) => ({ day, currency, perEuro });
const kept = () =>
  database.query(sql`select currency, day, per_euro as "perEuro", loaded_at from fx_rate order by currency, day`);

test('rates are kept exactly; loaded again, only what is another number changes, and the record says how many', async () => {
  const first = [rate('2026-11-25', 'USD', '1.0525'), rate('2026-11-25', 'IDR', '17253.210000000001')];
  expect(await store.rates.keep(first, grant)).toEqual({ added: 2, changed: 0 });
  const before = await kept();
  expect(await store.rates.keep(first, grant)).toEqual({ added: 0, changed: 0 });
  expect(await kept()).toEqual(before);

  const next = [
    rate('2026-11-25', 'USD', '1.0530'),
    rate('2026-11-24', 'USD', '1.05'),
    rate('2026-11-24', 'USD', '1.06'),
  ];
  expect(await store.rates.keep(next, grant)).toEqual({ added: 1, changed: 1 });

  expect(await kept()).toMatchObject([
    { currency: 'IDR', day: '2026-11-25', perEuro: '17253.210000000001' },
    { currency: 'USD', day: '2026-11-24', perEuro: '1.06' },
    { currency: 'USD', day: '2026-11-25', perEuro: '1.0530' },
  ]);
  expect(
    await database.query(sql`select actor, subject, after from audit_log where action = 'rates.load' order by seq`),
  ).toEqual([
    { actor: 'Penny', subject: 'fx_rate', after: { added: 2, changed: 0 } },
    { actor: 'Penny', subject: 'fx_rate', after: { added: 1, changed: 1 } },
  ]);
});

test('one that the ledger refuses keeps them all out', async () => {
  await expect(
    store.rates.keep([rate('2020-01-02', 'CHF', '1'), rate('2020-01-02', 'EUR', '1')], grant),
  ).rejects.toThrow();
  expect(await database.query(sql`select from fx_rate where day = '2020-01-02'`)).toEqual([]);
});

test('a long history goes in, in parts', async () => {
  const years = Array.from({ length: 20_500 }, (_, n) => {
    const day = new Date(Date.UTC(1950, 0, 1 + n)).toISOString().slice(0, 10);
    return rate(day, 'SEK', `${n + 1}.5`);
  });
  expect(await store.rates.keep(years, grant)).toEqual({ added: 20_500, changed: 0 });
});
