import { expect, test } from 'vitest';
import { control, read, testDesk } from '../support/chat.ts';
import { seated } from '../support/people.ts';

const desk = await testDesk();
const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
const set = { minor: 100_000n, currency: 'EUR' };
await desk.ports.store.budgets.set({ of: 'category', name: 'Travel' }, set, ben.may('budget.set'));
const remove = control(await desk.chat('/penny settings', 'ben'), 'Remove');

test('asked first; gone, and the list in the place of the old one says so', async () => {
  expect(remove.confirm).toMatchObject({ title: 'Remove this budget?', yes: 'Remove' });
  expect(read(await desk.press(remove, 'cleo'))).toMatch(/does not let you set budgets/);
  const reply = await desk.press(remove, 'ben');
  expect(reply).toMatchObject({ kind: 'say', to: 'person', replaces: true });
  expect(read(reply)).toMatch(/^Travel has no budget in EUR any more\.\nNo budget is set\./);
});

test('pressed by somebody else too, or forged', async () => {
  expect(read(await desk.press(remove, 'ada'))).toMatch(/Somebody removed that budget/);
  expect(read(await desk.press({ ...remove, value: '{}' }, 'ada'))).toMatch(/older Penny/);
});
