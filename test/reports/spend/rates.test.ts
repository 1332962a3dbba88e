import { beforeEach, expect, test } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { ageing } from '../../../src/reports/ageing.ts';
import { reports } from '../../../src/reports/all.ts';
import { categories } from '../../../src/reports/categories.ts';
import { daily } from '../../../src/reports/daily.ts';
import { overview } from '../../../src/reports/overview.ts';
import { sources } from '../../../src/reports/sources.ts';
import { trend } from '../../../src/reports/trend.ts';
import { vendors } from '../../../src/reports/vendors.ts';
import { asked, ledger, tableOf } from '../booked.ts';

const { rows, book, run, clear } = await ledger();
beforeEach(async () => {
  await clear();
  await run(sql`delete from fx_rate`);
});

const rate = (currency: string, day: string, perEuro: string) =>
  run(sql`insert into fx_rate (currency, day, per_euro) values (${currency}, ${day}, ${perEuro})`);
const converted = (words: string, change: Parameters<typeof asked>[1] = {}) =>
  asked(words, { converted: true, ...change });
const spendOf = ({ kpis }: { readonly kpis: readonly { readonly label: string; readonly value: string }[] }) =>
  kpis.find(({ label }) => label === 'Spend')?.value;

test('each amount by the rate of its day, in the digits of both currencies, credit notes taken off', async () => {
  await rate('USD', '2026-11-05', '1.25');
  await rate('JPY', '2026-11-05', '160');
  await rate('KWD', '2026-11-05', '0.32');
  await rate('USD', '2026-11-06', '1.6');
  await book({ date: '2026-11-05', minor: 1_000n });
  await book({ date: '2026-11-05', minor: 12_500n, currency: 'USD' }); // 100.00
  await book({ date: '2026-11-06', minor: -1_600n, currency: 'USD' }); // -10.00
  await book({ date: '2026-11-05', minor: 16_000n, currency: 'JPY' }); // 100.00
  await book({ date: '2026-11-05', minor: 1_600n, currency: 'KWD' }); // 1.600 dinars are 5.00

  const finding = await trend.answer(converted('this month'), rows);

  expect(tableOf(finding)).toEqual([['November 2026', '€205.00', '5']]);
  expect(finding.note).toBe(
    'Includes 4 invoices in JPY, KWD and USD, converted by the European Central Bank’s rates of their days.',
  );
  expect(spendOf(await trend.answer(converted('this month', { currency: 'JPY' }), rows))).toBe('¥32,800');
  expect(spendOf(await trend.answer(converted('5 november 2026', { currency: 'KWD' }), rows))).toMatch(/^KWD.68\.800$/);
  expect(spendOf(await trend.answer(asked('this month'), rows))).toBe('€10.00');
});

test('a weekend has Friday’s rate; after a week without any there is none, and that is said', async () => {
  await rate('USD', '2026-11-06', '2'); // a Friday
  await book({ date: '2026-11-08', minor: 200n, currency: 'USD' });
  expect(spendOf(await trend.answer(converted('this month'), rows))).toBe('€1.00');
  await book({ date: '2026-11-13', minor: 200n, currency: 'USD' });
  expect(spendOf(await trend.answer(converted('this month'), rows))).toBe('€2.00');

  await book({ date: '2026-11-14', minor: 200n, currency: 'USD' });
  await book({ date: '2026-11-05', minor: 200n, currency: 'USD' });
  await book({ date: '2026-11-06', minor: 100n, currency: 'XAU' });
  const finding = await trend.answer(converted('this month'), rows);
  expect(tableOf(finding)).toEqual([['November 2026', '€2.00', '2']]);
  expect(finding.note).toBe(
    'Includes 2 invoices in USD, converted by the European Central Bank’s rates of their days. 3 invoices in USD and XAU have no rate and are not in these numbers.',
  );
});

test('what is dated ahead has today’s rate', async () => {
  await rate('USD', '2026-11-23', '2');
  await book({ date: '2026-11-30', minor: 200n, currency: 'USD' });
  expect(spendOf(await trend.answer(converted('this month'), rows))).toBe('€1.00');
});

test('every level says the same, however small the parts that are added', async () => {
  await rate('USD', '2026-11-04', '3');
  for (let n = 0; n < 4; n += 1)
    await book({
      date: `2026-11-0${4 + n}`,
      minor: 100n, // 33.33… cents
      currency: 'USD',
      vendor: `V${n}`,
      category: n < 2 ? 'Travel' : 'Energy',
      source: n < 3 ? 'bulk' : 'manual',
    });
  for (const report of [overview, trend, categories, vendors, sources, daily])
    expect([report.name, spendOf(await report.answer(converted('this month'), rows))]).toEqual([report.name, '€1.33']);
  expect(tableOf(await vendors.answer(converted('this month'), rows)).map(([, amount]) => amount)).toEqual(
    Array.from({ length: 4 }, () => '€0.33'),
  );
  expect(spendOf(await trend.answer(converted('this month', { vendor: 'V1' }), rows))).toBe('€0.33');
  expect(spendOf(await daily.answer(converted('this month', { category: 'travel' }), rows))).toBe('€0.67');
});

test('half a cent goes away from zero', async () => {
  await rate('USD', '2026-11-05', '2');
  await book({ minor: 101n, currency: 'USD' });
  expect(spendOf(await trend.answer(converted('this month'), rows))).toBe('€0.51');
  await clear();
  await book({ minor: -101n, currency: 'USD' });
  expect(spendOf(await trend.answer(converted('this month'), rows))).toBe('-€0.51');
});

test('what falls due has today’s rate, since it is still to be paid', async () => {
  await rate('USD', '2026-11-05', '4');
  await rate('USD', '2026-11-20', '2');
  await book({ due: '2026-11-10', minor: 200n, currency: 'USD' });
  await book({ due: '2026-11-25', minor: 100n });
  await book({ due: '2026-11-25', minor: 400n, currency: 'XAU' });

  const finding = await ageing.answer(converted('all'), rows);
  expect(finding.title).toBe('€1.00 in 1 invoice is past the due date; €1.00 falls due within 7 days');
  expect(finding.note).toMatch(
    /Includes 1 invoice in USD, converted by today’s rates of the European Central Bank, as they are still to be paid\. 1 invoice in XAU has no rate and is not in these numbers\.$/,
  );
  expect((await ageing.answer(asked('all'), rows)).note).toMatch(
    /2 invoices in USD and XAU are not in these numbers; try currency:USD, or currency:all to convert them\.$/,
  );

  const month = await overview.answer(converted('this month'), rows);
  expect(month.kpis.find(({ label }) => label === 'Overdue')).toMatchObject({
    value: '1',
    note: '€1.00 past the due date',
  });
  expect(month.note).toMatch(/Overdue includes 1 invoice in other currencies, converted by today’s rate\.$/);
  await book({ due: '2026-11-01', minor: 400n, currency: 'XAU' });
  const { kpis } = await overview.answer(converted('this month'), rows);
  expect(kpis.find(({ label }) => label === 'Overdue')?.note).toBe('€1.00 past the due date; 1 more without a rate');
});

test('stopped duplicates are converted by the day they came in', async () => {
  await rate('USD', '2026-11-05', '2');
  const first = await book({ currency: 'USD' });
  await book({ minor: 200n, currency: 'USD', state: 'held', duplicateOf: first });
  for (const vendor of [null, 'acme']) {
    const { kpis } = await overview.answer(converted('this month', { vendor }), rows);
    expect(kpis.find(({ label }) => label === 'Duplicates stopped')?.note).toBe('€1.00 not paid twice');
  }
});

test('what is left out is offered to be converted where that can be', async () => {
  const note = async (change = {}) => (await trend.answer(asked('this month', change), rows)).note;
  await book({ minor: 100n });
  await book({ minor: 200n, currency: 'USD' });
  expect(await note()).toBe('1 invoice in USD is not in these numbers; try currency:USD.');
  await rate('GBP', '2026-11-05', '2');
  expect(await note()).toBe('1 invoice in USD is not in these numbers; try currency:USD.');
  await rate('USD', '2026-11-05', '2');
  expect(await note()).toBe(
    '1 invoice in USD is not in these numbers; try currency:USD, or currency:all to convert them.',
  );
  expect(await note({ currency: 'USD' })).toMatch(/currency:all/);
});

test('where nothing can be converted, that is said, and no number is made up', async () => {
  await book({ minor: 200n, currency: 'USD' });
  for (const report of reports.filter(({ name }) => !['quality', 'ageing', 'budget', 'cost'].includes(name))) {
    const { title, table, note } = await report.answer(converted('this month'), rows);
    expect(`${title} ${note ?? ''}`).toMatch(
      /Nothing in EUR or convertible to it .*1 invoice in USD has no rate and is not/,
    );
    expect(table).toBeNull();
  }
});
