import { expect, test } from 'vitest';
import { blocksOf } from '../../src/adapters/slack/blocks/blocks.ts';
import { sql } from '../../src/engine/sql.ts';
import { read, testDesk } from '../support/chat.ts';
import { seated } from '../support/people.ts';

const desk = await testDesk();
const { budgets } = desk.ports.store;
const ben = await seated(desk.ports.store, 'UBEN', 'accountant');

test('nothing is set: it says what a budget is good for', async () => {
  expect(read(await desk.chat('/penny settings', 'ben'))).toBe(
    'No budget is set. /spend budget shows how well those that you set are kept.\n[Set a budget]',
  );
});

test.each([
  ['cleo', /does not let you set budgets/],
  ['noor', /Ask an admin for a role/],
] as const)('%s may not see them', async (name, says) => {
  expect(read(await desk.chat('/penny settings', name))).toMatch(says);
});

test('each with its amount, who set it, and its buttons; a part of a name narrows them', async () => {
  await budgets.set({ of: 'category', name: 'Travel' }, { minor: 100_000n, currency: 'EUR' }, ben.may('budget.set'));
  await budgets.set({ of: 'all' }, { minor: 5_000n, currency: 'JPY' }, ben.may('budget.set'));

  expect(read(await desk.chat('/penny settings', 'ada'))).toMatch(
    /^2 budgets are set\nAll spend {2}¥5,000 a month \(JPY\) · set by uben on 20\d\d-\d\d-\d\d\n\[Change\] \[Remove\]\nTravel {2}€1,000\.00 a month \(EUR\) .*\n\[Change\] \[Remove\]\n\[Set a budget\]$/,
  );
  expect(read(await desk.chat('/penny settings TRAV', 'ben'))).toMatch(/^1 budget is set with “TRAV”\nTravel/);
  expect(read(await desk.chat('/penny settings yacht', 'ben'))).toMatch(/^No budget is set with “yacht” in its name/);
});

test('more than fit a message: what is left out is said, and all is within fifty blocks', async () => {
  await desk.database.query(sql`
    insert into vendor (name, name_key) select 'Vendor ' || n, 'vendor ' || n from generate_series(1, 30) as n`);
  await desk.database.query(sql`
    insert into budget (vendor_id, currency, month_minor, set_by) select id, 'EUR', 100, ${ben.actor.id} from vendor`);
  const reply = await desk.chat('/penny settings', 'ben');

  expect(read(reply)).toMatch(/^32 budgets are set[\s\S]*10 more do not fit here\. Type a part of the name/);
  expect(reply.kind === 'say' && blocksOf(reply.saying).length).toBeLessThanOrEqual(49); // one more after a change, which says so
});
