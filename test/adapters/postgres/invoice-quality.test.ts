import { expect, test } from 'vitest';
import { sql } from '../../../src/engine/sql.ts';
import { testDesk } from '../../support/chat.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';
import { readPapers } from '../../support/read-papers.ts';

const desk = await testDesk();
const papers = await readPapers(desk);
const noted = async (id: bigint) =>
  (
    await desk.database.query(sql`
      select straight, read, sure, corrected, settled_at is not null as settled from invoice_quality where invoice_id = ${id}`)
  )[0];
const all = ['vendor', 'invoice_number', 'date', 'currency', 'total'];

test('booked with nothing in doubt: straight, settled at once, its account and tax id not among the fields judged', async () => {
  expect(await noted((await papers.arrives()).id)).toEqual({
    straight: true,
    read: all,
    sure: all,
    corrected: [],
    settled: true,
  });
});

test('in doubt: settled when a person is through with it; each field corrected is noted once, a category is none', async () => {
  const { id } = await papers.arrives({ number: 0.5 });
  const sure = all.filter((name) => name !== 'invoice_number');
  expect(await noted(id)).toEqual({ straight: false, read: all, sure, corrected: [], settled: false });

  await papers.corrects(id, { number: 'Q-1', category: 'Water' });
  expect(await noted(id)).toMatchObject({ corrected: ['invoice_number'], settled: true });
  await papers.corrects(id, { number: 'Q-2', dueDate: '2026-05-01' });
  expect(await noted(id)).toMatchObject({ corrected: ['due_date', 'invoice_number'], settled: true });
});

test('confirmed as it was read, it is settled and nothing was corrected', async () => {
  const { id } = await papers.arrives({ number: 0.5 });
  await papers.presses(id, 'Confirm');
  expect(await noted(id)).toMatchObject({ straight: false, corrected: [], settled: true });
});

test('what was typed in was not read', async () => {
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const { id } = await desk.ports.store.ledger.book(newInvoice({ facts: facts() }), ben.may('invoice.add'));
  expect(await noted(id)).toBeUndefined();
});
