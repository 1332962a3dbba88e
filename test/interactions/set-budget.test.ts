import { expect, test } from 'vitest';
import { control, form, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

const desk = await testDesk();
const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
await desk.ports.store.ledger.book(
  newInvoice({ facts: facts({ vendor: 'Leith Water Ltd.' }) }),
  ben.may('invoice.add'),
);
const opened = form(await desk.press(control(await desk.chat('/penny settings', 'ben'), 'Set a budget'), 'ben'));
const saves = async (answers: Readonly<Record<string, string>>, as: 'ben' | 'cleo' = 'ben') =>
  read(await desk.submit(opened, { what: 'all', month: '500', currency: 'EUR', ...answers }, as));

test.each([
  [{ month: 'a lot' }, 'month: Write the amount in figures, like 500.00.'],
  [{ month: '-5' }, 'month: Write the amount in figures, like 500.00.'],
  [{ month: '0,00' }, 'month: Give an amount above nothing.'],
  [{ month: '1.5', currency: 'JPY' }, 'month: JPY has no decimal places.'],
  [{ what: 'vendor' }, 'vendor: Name the vendor.'],
  [{ vendor: 'Leith Water' }, 'vendor: Leave this empty, or choose “A vendor (named below)” above.'],
  [
    { what: 'vendor', vendor: 'Leith Wader' },
    'vendor: There is no vendor “Leith Wader”. Did you mean “Leith Water Ltd.”?',
  ],
  [{ what: 'yachts' }, 'what: Choose what it is for.'],
])('%o is sent back with a sentence under it', async (answers, says) => {
  expect(await saves(answers)).toBe(says);
});

test('a category that somebody took away', async () => {
  expect(await saves({ what: 'category Yachts' })).toMatch(/^what: There is no category “Yachts”/);
});

test('set by who may: it is said, and the list shows it', async () => {
  expect(await saves({}, 'cleo')).toMatch(/does not let you set budgets/);
  expect(await saves({ month: '12.345,6' })).toMatch(/^month:/);
  expect(await saves({ month: '1234,5' })).toMatch(
    /^The budget for all spend is €1,234\.50 a month\.\n1 budget is set\nAll spend {2}€1,234\.50 a month/,
  );
  expect(await saves({ what: 'vendor', vendor: ' leith water ', month: '70' })).toMatch(
    /^The budget for Leith Water Ltd\. is €70\.00 a month\.\n2 budgets are set/,
  );
  expect(await saves({ what: 'category Travel', month: '70', currency: 'USD' })).toMatch(
    /^The budget for Travel is \$70/,
  );
  expect(await saves({ month: '80' })).toMatch(/^The budget for all spend is €80\.00 a month\.\n3 budgets are set/);
});
