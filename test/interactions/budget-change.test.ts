import { expect, test } from 'vitest';
import { control, form, read, testDesk } from '../support/chat.ts';
import { seated } from '../support/people.ts';

const desk = await testDesk();
const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
const set = { minor: 100_050n, currency: 'EUR' };
const { id } = await desk.ports.store.budgets.set({ of: 'category', name: 'Travel' }, set, ben.may('budget.set'));

test('the form asks for the amount alone, filled in', async () => {
  const change = control(await desk.chat('/penny settings', 'ben'), 'Change');
  expect(form(await desk.press(change, 'ben'))).toMatchObject({
    intro: [{ bold: 'Travel' }],
    questions: [{ name: 'month', label: 'Amount a month, in EUR', initial: '1000.50' }],
  });
  expect(read(await desk.press(change, 'cleo'))).toMatch(/does not let you set budgets/);
  expect(read(await desk.press({ ...change, value: '{"budget":"-1"}' }, 'ben'))).toMatch(/older Penny/);
});

test('one that somebody removed', async () => {
  const change = control(await desk.chat('/penny settings', 'ben'), 'Change');
  await desk.ports.store.budgets.remove(id, ben.may('budget.set'));
  expect(read(await desk.press(change, 'ben'))).toMatch(/Somebody removed that budget/);
});
