import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

let desk: Desk;
let cleo: Awaited<ReturnType<typeof seated>>;
let ben: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk();
  cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
  ben = await seated(desk.ports.store, 'UBEN', 'accountant');
});
const unsure = (number: string) =>
  newInvoice({
    facts: facts({ number, dueDate: '2026-04-04' }),
    state: 'review',
    confidence: { total: 0.5, date: 0.95 },
  });
const correct = async (id: bigint, as: 'ben' | 'cleo' = 'ben') =>
  desk.press(control(await desk.chat(`/invoice show ${id}`, as), 'Correct'), as);

test('opens the form with what was read; what is in doubt says so', async () => {
  const { id } = await desk.ports.store.ledger.book(unsure('C-1'), ben.may('invoice.add'));
  const { questions } = form(await correct(id));

  const filled = Object.fromEntries(questions.map((one) => [one.name, 'initial' in one ? one.initial : undefined]));
  expect(filled).toEqual({
    vendor: 'ACME Ltd.',
    number: 'C-1',
    kind: 'invoice',
    date: '2026-03-04',
    dueDate: '2026-04-04',
    currency: 'EUR',
    net: '100.00',
    tax: '19.00',
    total: '119.00',
    category: undefined,
  });
  const doubted = questions.filter(({ hint }) => hint?.startsWith('Please check')).map(({ name }) => name);
  expect(doubted).toEqual(['total']);
  const category = questions.find(({ name }) => name === 'category');
  expect(category?.ask === 'choice' && category.options.map(([name]) => name)).toContain('Energy');
});

test('an operator may correct what they sent themselves, and nothing of others', async () => {
  const { ledger } = desk.ports.store;
  const hers = await ledger.book(unsure('C-2'), cleo.may('document.share'));
  const bens = await ledger.book(unsure('C-3'), ben.may('invoice.add'));

  expect(form(await correct(hers.id, 'cleo')).title).toBe('Correct an invoice');
  const button = control(await desk.chat(`/invoice show ${bens.id}`, 'ben'), 'Correct');
  expect(read(await desk.press(button, 'cleo'))).toMatch(/There is no invoice #\d+ that you may correct/);
  expect(read(await desk.press(button, 'noor'))).toMatch(/Ask an admin/);
});

test('once confirmed it is not offered, and an old button is refused', async () => {
  const { ledger } = desk.ports.store;
  const { id } = await ledger.book(unsure('C-4'), ben.may('invoice.add'));
  const button = control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Correct');
  await ledger.confirm(id, ben.may('invoice.confirm'));

  expect(read(await desk.chat(`/invoice show ${id}`, 'ben'))).not.toContain('[Correct]');
  expect(read(await desk.press(button, 'ben'))).toMatch(/is confirmed, so it cannot be corrected/);
});

test.each(['', '{}', '{"invoice":12}', 'null'])('a forged value is refused: %s', async (value) => {
  expect(read(await desk.press({ press: 'invoice-correct', label: 'Correct', value }, 'ben'))).toMatch(/older Penny/);
});
