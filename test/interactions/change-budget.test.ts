import { expect, test } from 'vitest';
import { control, form, read, testDesk } from '../support/chat.ts';
import { seated } from '../support/people.ts';

const desk = await testDesk();
const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
const set = { minor: 100_050n, currency: 'JPY' };
const { id } = await desk.ports.store.budgets.set({ of: 'category', name: 'Travel' }, set, ben.may('budget.set'));
const opened = form(await desk.press(control(await desk.chat('/penny settings', 'ben'), 'Change'), 'ben'));
const saves = async (month: string, as: 'ben' | 'cleo' = 'ben', carries = opened.carries) =>
  read(await desk.submit({ ...opened, carries }, { month }, as));

test.each([
  ['12.5', /^month: JPY has no decimal places/],
  ['0', /^month: Give an amount above nothing/],
  ['', /^month: Write the amount in figures/],
])('“%s” is sent back with a sentence', async (month, says) => {
  expect(await saves(month)).toMatch(says);
});

test.each(['', '{}', '{"budget":"1","currency":"no"}'])('a form that carries %s is refused', async (carries) => {
  expect(await saves('400', 'ben', carries)).toMatch(/older Penny/);
});

test('saved by who may, unless somebody removed it', async () => {
  expect(await saves('400', 'cleo')).toMatch(/does not let you set budgets/);
  expect(await saves('400')).toMatch(/^The budget for Travel is ¥400 a month\.\n1 budget is set\nTravel {2}¥400/);
  await desk.ports.store.budgets.remove(id, ben.may('budget.set'));
  expect(await saves('500')).toMatch(/Somebody removed that budget/);
});
