import { expect, test } from 'vitest';
import { control, form, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

const desk = await testDesk();
const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
const long = `Stadtwerke ${'und Gaswerke '.repeat(6)}Nord`;
for (const vendor of ['Leith Water Ltd.', long])
  await desk.ports.store.ledger.book(newInvoice({ facts: facts({ vendor, number: vendor }) }), ben.may('invoice.add'));

test('vendors that are there, none that is new, to who may set budgets', async () => {
  expect(await desk.offered('known-vendors', 'water', 'ben')).toEqual([['Leith Water Ltd.', 'Leith Water Ltd.']]);
  expect(await desk.offered('known-vendors', 'corrib', 'ben')).toEqual([]);
  expect(await desk.offered('known-vendors', '', 'ben')).toEqual([]);
  expect(await desk.offered('known-vendors', 'water', 'cleo')).toEqual([]);
});

test('a budget for one of them, whatever the length of its name', async () => {
  const opened = form(await desk.press(control(await desk.chat('/penny settings', 'ben'), 'Set a budget'), 'ben'));
  const save = async (vendor: string) =>
    read(await desk.submit(opened, { what: 'vendor', vendor, month: '70', currency: 'EUR' }, 'ben'));
  const [[pick = ''] = []] = await desk.offered('known-vendors', 'gaswerke', 'ben');

  expect(pick).toMatch(/^#\d+$/);
  expect(await save(pick)).toContain(`The budget for ${long} is €70.00 a month.`);
  expect(await save('#99999')).toBe('vendor: Choose a vendor from the list.');
});
