import { expect, test } from 'vitest';
import { indexWords } from '../../src/jobs/index-words.ts';
import { testDesk } from '../support/chat.ts';
import { importsOf, row } from '../support/imports.ts';
import { seated } from '../support/people.ts';

test('what a loaded table says of its invoices can be found once the job has run, and is done once', async () => {
  const desk = await testDesk();
  const imports = await importsOf(desk);
  const { store } = desk.ports;
  const ben = await seated(store, 'UBEN', 'accountant');
  const found = async (words: string) =>
    (await store.ledger.find(ben.may('invoice.read-own'), { words }, { from: 0, most: 20 })).total;
  const { id } = await imports.offered();
  await store.imports.begin(id, ben.may('import.load'));
  await imports.loaded(id, [
    row('Acme', '100', { description: 'Zwölf Kisten Äpfel' }),
    row('Bolt', '200', { description: 'Birnen' }),
  ]);
  expect(await found('apfel')).toBe(0);

  await indexWords.run({}, desk.ports, new AbortController().signal);

  expect([await found('apfel'), await found('BIRNE'), await found('kisten äpf')]).toEqual([1, 1, 1]);
  expect(await store.imports.writeWords()).toBe(false);
});
