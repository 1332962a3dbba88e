import { expect, test } from 'vitest';
import { control, form, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

const desk = await testDesk();

test('the form offers all spend, a vendor and every category, and the reporting currency first', async () => {
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  for (const currency of ['CHF', 'EUR'])
    await desk.ports.store.ledger.book(
      newInvoice({ facts: facts({ currency, number: currency }) }),
      ben.may('invoice.add'),
    );
  const press = control(await desk.chat('/penny settings', 'ben'), 'Set a budget');
  const { questions } = form(await desk.press(press, 'ben'));

  const categories = await desk.ports.store.ledger.categories();
  expect(questions).toMatchObject([
    {
      name: 'what',
      options: [
        ['all', 'All spend'],
        ['vendor', 'A vendor (named below)'],
        ...categories.map((name) => [`category ${name}`, name]),
      ],
    },
    { name: 'vendor', optional: true },
    { name: 'month', label: 'Amount a month' },
    {
      name: 'currency',
      options: [
        ['EUR', 'EUR'],
        ['CHF', 'CHF'],
      ],
      initial: 'EUR',
    },
  ]);
  expect(read(await desk.press(press, 'cleo'))).toMatch(/does not let you set budgets/);
});
