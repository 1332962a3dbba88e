import { afterAll, expect, test } from 'vitest';
import { someBudgets } from '../../scripts/bench/live/budget.ts';
import { seedLedger } from '../../scripts/seed/ledger.ts';
import { openDatabase } from '../../src/adapters/postgres/database.ts';
import { authorize } from '../../src/domain/access.ts';
import { parsePeriod } from '../../src/domain/period.ts';
import { type Question, unnarrowed } from '../../src/engine/report.ts';
import { reports } from '../../src/reports/all.ts';
import { control, menuOf, read, testDesk } from '../support/chat.ts';
import { silent } from '../support/silent.ts';

const desk = await testDesk();
const today = '2026-03-31';
await seedLedger({ url: desk.ownerUrl, invoices: 800, until: today });
const database = openDatabase({ url: desk.ownerUrl, log: silent, connections: 1 });
afterAll(() => database.close());
await database.query(someBudgets);

test('a number of the answer opens its invoices, page by page, and each of them itself', async () => {
  const answer = await desk.chat('/spend vendors 2025', 'ben');
  const menu = menuOf(answer, 'See invoices');
  const [figures, vendors] = menu.choices;
  expect([figures?.heading, vendors?.heading]).toEqual(['Figures', 'Vendors']);
  const [, first = ''] = vendors?.options[0] ?? [];
  const [name, amount] = first.split(' · ');

  const list = await desk.pick(menu, first, 'ben');

  expect(list).toMatchObject({ to: 'person' });
  expect(read(list)).toContain(`${name}`);
  expect(read(list)).toContain(`${amount} in all`);
  const opened = await desk.pick(
    menuOf(list, 'Open an invoice'),
    menuOf(list, 'Open an invoice').choices[0]?.options[0]?.[1] ?? '',
    'ben',
  );
  expect(read(opened)).toContain(name);
  const next = await desk.press(control(list, 'Next page'), 'ben');
  expect(read(next)).toContain('[Previous page]');
});

test('what is not there any more is said, and nobody opens what they may not see', async () => {
  const menu = menuOf(await desk.chat('/spend vendors 2025', 'ben'), 'See invoices');
  expect(read(await desk.pick(menu, 'vendor 999999', 'ben'))).toMatch(/no invoices behind that any more/);
  expect(read(await desk.pick(menu, 'all', 'cleo'))).toMatch(/does not let you see reports/);
});

test.each(['all', '17 march to 9 october 2025'])(
  'every number of every report is its invoices, as many and to the cent: %s',
  async (words) => {
    const period = parsePeriod(words, today);
    if (!period) throw new Error(words);
    const ben = await desk.ports.store.directory.actor(desk.people.ben);
    const grant = authorize(ben, 'invoice.read-own');
    const plain: Question = { period, currency: 'EUR', today, ...unnarrowed };
    let seen = 0;
    for (const report of reports)
      for (const question of [plain, { ...plain, vendor: 'gmbh' }, { ...plain, category: 'travel', currency: 'USD' }]) {
        const { opens = [] } = await report.answer(question, desk.ports.rows);
        for (const { key, invoices, minor, filter } of opens.slice(0, 12)) {
          const found = await desk.ports.store.ledger.find(grant, filter, { from: 0, most: 1 });
          const sum = found.sums.reduce((all, one) => all + one.minor, 0n);
          seen += 1;
          expect([report.name, key, found.total, minor === null ? null : sum]).toEqual([
            report.name,
            key,
            invoices,
            minor,
          ]);
        }
      }
    expect(seen).toBeGreaterThan(60);
  },
);
