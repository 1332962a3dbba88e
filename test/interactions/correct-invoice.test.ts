import { beforeAll, expect, test } from 'vitest';
import type { Form } from '../../src/domain/reply.ts';
import type { NewInvoice } from '../../src/ports/ledger.ts';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

type Name = 'ada' | 'ben' | 'cleo' | 'noor';

let desk: Desk;
let cleo: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk();
  cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
});

const doubtful = { state: 'review', source: 'slack_file', confidence: { vendor: 0.5, total: 0.6 } } as const;
const book = async (change: Parameters<typeof facts>[0], more: Partial<NewInvoice> = doubtful) =>
  (
    await desk.ports.store.ledger.book(
      newInvoice({ ...more, facts: facts({ vendor: `Vendor of ${change?.number}`, ...change }) }),
      cleo.may('document.share'),
    )
  ).id;
const opened = async (id: bigint, as: Name = 'ben') =>
  form(await desk.press(control(await desk.chat(`/invoice show ${id}`, as), 'Correct'), as));
const filled = ({ questions }: Form): Record<string, string> =>
  Object.fromEntries(questions.flatMap((one) => (one.initial ? [[one.name, one.initial]] : [])));
const save = (opened: Form, answers: Record<string, string> = {}, as: Name = 'ben') =>
  desk.submit(opened, { ...filled(opened), ...answers }, as);
const shown = async (id: bigint) => read(await desk.chat(`/invoice show ${id}`, 'ben'));

test('a doubt is settled: booked, to the cent, no field in doubt, and on record with before and after', async () => {
  const id = await book({ number: 'K-1' });

  const reply = await save(await opened(id), { net: '101,00', total: '120.00' });

  expect(read(reply)).toBe(`Invoice #${id} is corrected: net, total.`);
  expect(await shown(id)).toContain(`Booked as #${id}`);
  expect(await shown(id)).toContain('Total: €120.00');
  expect(await shown(id)).not.toContain('please check');
  expect(await shown(id)).toMatch(/corrected by uben|corrected by ben/);
  const [entry] = await desk.database.query<{ before: unknown; after: unknown }>({
    text: "select before, after from audit_log where action = 'invoice.correct' and subject = $1",
    values: [`invoice ${id}`],
  });
  expect(entry).toEqual({
    before: { netMinor: '10000', totalMinor: '11900', state: 'review' },
    after: { netMinor: '10100', totalMinor: '12000', state: 'booked' },
  });
});

test('saved as it is, everything is looked at: booked, nothing changed', async () => {
  const id = await book({ number: 'K-2' });

  expect(read(await save(await opened(id)))).toBe(`Nothing was changed on invoice #${id}.`);
  expect((await desk.ports.store.ledger.any(id))?.state).toBe('booked');
});

test.each([
  [{ total: '170.00' }, 'total: Net and tax do not add up to this total.'],
  [{ total: 'a lot' }, 'total: Write the amount in figures'],
  [{ date: '2026-02-30' }, 'date: Write the date as YYYY-MM-DD'],
  [{ dueDate: '2026-01-01' }, 'dueDate: It cannot be due before its date.'],
  [{ currency: 'EURO' }, 'currency: Use a currency code'],
  [{ kind: 'credit_note' }, 'total: A credit note is negative'],
])('%o comes back with a sentence under its field, and nothing is saved', async (answers, says) => {
  const id = await book({ number: 'K-3', totalMinor: 11_900n });
  const before = await desk.ports.store.ledger.any(id);

  expect(read(await save(await opened(id), answers))).toContain(says);
  expect(await desk.ports.store.ledger.any(id)).toEqual(before);
});

test('a receipt needs no number, an invoice does', async () => {
  const id = await book({ number: null, kind: 'receipt' });
  const receipt = await opened(id);

  expect(read(await save(receipt, { kind: 'invoice' }))).toMatch(/^number: Give the number/);
  expect(read(await save(receipt, { total: '119.01' }))).toMatch(/is corrected: total/);
});

test('of two people who had it open, the slower one is told who was faster', async () => {
  const id = await book({ number: 'K-4' });
  const [bens, adas] = [await opened(id, 'ben'), await opened(id, 'ada')];

  await save(bens, { number: 'K-4a' }, 'ben');
  const late = read(await save(adas, { number: 'K-4b' }, 'ada'));

  expect(late).toMatch(/^u?ben changed invoice \d+ while you had it open, so nothing of yours was saved/i);
  expect((await desk.ports.store.ledger.any(id))?.number).toBe('K-4a');
});

test('of ten who save at once, one does', async () => {
  const id = await book({ number: 'K-5' });
  const seen = await opened(id);
  const replies = await Promise.all(Array.from({ length: 10 }, (_, i) => save(seen, { number: `K-5-${i}` })));

  expect(replies.filter((reply) => /is corrected/.test(read(reply)))).toHaveLength(1);
  expect((await desk.ports.store.ledger.history(id)).filter(({ action }) => action === 'invoice.correct')).toHaveLength(
    1,
  );
});

test('confirmed meanwhile: refused with a sentence', async () => {
  const id = await book({ number: 'K-6' });
  const seen = await opened(id);
  await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Confirm'), 'ben');

  expect(read(await save(seen, { number: 'K-6a' }))).toMatch(/is confirmed, so you cannot correct it/);
});

test('an operator saves their own, not another’s, and who has no role nothing', async () => {
  const hers = await book({ number: 'K-7' });
  expect(read(await save(await opened(hers, 'cleo'), { number: 'K-7a' }, 'cleo'))).toMatch(/is corrected: number/);

  const bens = await seated(desk.ports.store, 'UBEN', 'accountant');
  const other = await desk.ports.store.ledger.book(
    newInvoice({ facts: facts({ number: 'K-8' }) }),
    bens.may('invoice.add'),
  );
  const seen = await opened(other.id);
  expect(read(await save(seen, { number: 'K-8a' }, 'cleo'))).toMatch(/There is no invoice #\d+ that you may correct/);
  expect(read(await save(seen, { number: 'K-8a' }, 'noor'))).toMatch(/Ask an admin/);
  expect((await desk.ports.store.ledger.any(other.id))?.number).toBe('K-8');
});

test.each(['', '{}', '{"invoice":"1"}', '{"invoice":1,"version":"1"}'])(
  'a form that carries %s is refused',
  async (carries) => {
    const seen = await opened(await book({ number: 'K-9' }));

    expect(read(await save({ ...seen, carries }))).toMatch(/older Penny/);
  },
);

test('corrected into what is there already: held, with the way on', async () => {
  const first = await book({ vendor: 'Twin AG', number: 'T-100', date: '2025-01-01' });
  const second = await book({ vendor: 'Twin AG', number: 'T-7', date: '2025-06-01' });

  expect(read(await save(await opened(second), { number: 'T-1OO' }))).toMatch(
    /looks the same as another one, so it is held/,
  );
  expect(await desk.ports.store.ledger.any(second)).toMatchObject({ state: 'held', duplicateOf: first });
});

test('an unknown category, as a forged form may say it, is refused', async () => {
  const id = await book({ number: 'K-10' });

  expect(read(await save(await opened(id), { category: 'Parrots' }))).toMatch(/There is no category “Parrots”/);
});

test('two that somebody told apart stay apart, whichever is corrected', async () => {
  const first = await book({ vendor: 'Apart AG', number: 'A-1' });
  const second = await book({ vendor: 'Apart AG', number: 'A-1' }, { ...doubtful, state: 'held', duplicateOf: first });
  await desk.press(control(await desk.chat(`/invoice show ${second}`, 'ben'), 'Different invoice'), 'ben');

  await save(await opened(first), { dueDate: '2026-05-05', date: '2026-03-05' });
  await save(await opened(second), { date: '2026-03-06' });

  expect((await desk.ports.store.ledger.any(first))?.state).toBe('booked');
  expect((await desk.ports.store.ledger.any(second))?.state).toBe('booked');
});
