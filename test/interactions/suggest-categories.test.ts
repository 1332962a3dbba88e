import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, form, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await testDesk();
});

test('by a part of the name, all before anything is typed, nothing for who has no role', async () => {
  const all = await desk.ports.store.ledger.categories();

  expect(await desk.offered('categories', 'TRAV', 'cleo')).toEqual([['Travel', 'Travel']]);
  expect((await desk.offered('categories', '', 'cleo')).map(([name]) => name)).toEqual(all);
  expect(await desk.offered('categories', '', 'noor')).toEqual([]);
});

test('a list while there are few; typed once there are more than a list can show', async () => {
  const cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
  const { ledger } = desk.ports.store;
  const { id } = await ledger.book(newInvoice({ facts: facts({ category: 'Travel' }) }), cleo.may('invoice.add'));
  const asked = async () => {
    const { questions } = form(
      await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Correct'), 'ben'),
    );
    return questions.find(({ name }) => name === 'category');
  };
  expect(await asked()).toMatchObject({ ask: 'choice', initial: 'Travel' });

  await desk.database.query({
    text: "insert into category (name) select 'Thing ' || n from generate_series(1, 100) n",
    values: [],
  });

  expect(await asked()).toMatchObject({ ask: 'suggest', of: 'categories', initial: 'Travel' });
  expect(await desk.offered('categories', '', 'ben')).toHaveLength(100);
  expect(await desk.offered('categories', 'thing 77', 'ben')).toEqual([['Thing 77', 'Thing 77']]);
});
