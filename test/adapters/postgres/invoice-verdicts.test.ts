import { expect, test } from 'vitest';
import { verdicts } from '../../../src/domain/invoice.ts';
import { testDatabase } from '../../support/database.ts';
import { facts, newInvoice, seated } from '../../support/people.ts';

const { store } = await testDatabase();
const { ledger } = store;
const ana = await seated(store, 'UANA', 'operator');
const bo = await seated(store, 'UBO', 'accountant');
const cy = await seated(store, 'UCY', 'accountant');
const decides = bo.may('duplicate.decide');

let n = 0;
async function pair() {
  n += 1;
  const vendor = `Pair ${n}`;
  const lines = [{ description: 'Paper', quantity: '2', unitPrice: '50.00', totalMinor: 10_000n }];
  const first = await ledger.book(newInvoice({ facts: facts({ vendor, lines }) }), ana.may('document.share'));
  const twin = newInvoice({ facts: facts({ vendor, lines }), state: 'held', duplicateOf: first.id });
  return { first: first.id, twin: (await ledger.book(twin, ana.may('document.share'))).id };
}
const now = async ({ first, twin }: Awaited<ReturnType<typeof pair>>) => ({
  first: await ledger.any(first),
  twin: await ledger.any(twin),
});

test.each([
  ['same', { state: 'deleted', removedWhy: 'same', totalMinor: 11_900n }, { state: 'booked' }],
  ['different', { state: 'booked', removedWhy: null, totalMinor: 11_900n }, { state: 'booked' }],
  ['replaces', { state: 'booked', totalMinor: 11_900n }, { state: 'deleted', removedWhy: 'replaced' }],
  [
    'credit_note',
    { state: 'booked', kind: 'credit_note', netMinor: -10_000n, totalMinor: -11_900n },
    { state: 'booked' },
  ],
] as const)('%s, and back to the letter', async (verdict, twin, first) => {
  const both = await pair();
  const before = await now(both);

  expect(await ledger.decide(both.twin, verdict, decides)).toMatchObject({ ...twin, verdict });
  expect(await now(both)).toMatchObject({ first, twin });

  if (verdict === 'same') await ledger.restore(both.twin, bo.may('invoice.correct-own'));
  else await ledger.undecide(both.twin, decides);
  const after = await now(both);
  for (const which of ['first', 'twin'] as const)
    expect({ ...after[which], version: '' }).toEqual({ ...before[which], version: '' });
});

test('the lines of a credit note turn with it', async () => {
  const { twin } = await pair();

  const { lines } = await ledger.decide(twin, 'credit_note', decides);

  expect(lines).toEqual([{ description: 'Paper', quantity: '-2', unitPrice: '50.00', totalMinor: -10_000n }]);
});

test('a replaced invoice is brought back by its own Undo too: the later one is held again', async () => {
  const both = await pair();
  await ledger.decide(both.twin, 'replaces', decides);

  await ledger.restore(both.first, bo.may('invoice.correct-own'));

  expect(await now(both)).toMatchObject({ first: { state: 'booked' }, twin: { state: 'held', verdict: null } });
  await expect(ledger.restore(both.first, ana.may('invoice.correct-own'))).rejects.toMatchObject({ code: 'conflict' });
});

test('once the later one is confirmed, the first one is not brought back behind its back', async () => {
  const both = await pair();
  await ledger.decide(both.twin, 'replaces', decides);
  await ledger.confirm(both.twin, bo.may('invoice.confirm'));

  await expect(ledger.restore(both.first, bo.may('invoice.correct-own'))).rejects.toThrow(
    /is confirmed, so you cannot undo/,
  );
  expect((await ledger.any(both.first))?.state).toBe('deleted');
});

test('two people, four decisions each, all at once: one decision, and the other seven hear of it', async () => {
  const both = await pair();

  const tries = await Promise.allSettled(
    [bo, cy].flatMap((who) =>
      verdicts.map((verdict) => ledger.decide(both.twin, verdict, who.may('duplicate.decide'))),
    ),
  );

  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const one of tries) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'conflict' });
  const decided = (await ledger.history(both.twin)).filter(({ action }) => action === 'invoice.decide');
  expect(decided).toHaveLength(1);
});

test('the first is deleted while somebody lets the second replace it: neither waits for the other, nothing counts twice', async () => {
  for (let i = 0; i < 10; i += 1) {
    const both = await pair();
    await Promise.allSettled([
      ledger.remove(both.first, cy.may('invoice.delete')),
      ledger.decide(both.twin, 'replaces', decides),
    ]);

    expect(await now(both)).toMatchObject({
      first: { state: 'deleted' },
      twin: { state: 'booked', verdict: 'replaces' },
    });
  }
});

test('what nobody decided cannot be undone, and twice undone is once', async () => {
  const { first, twin } = await pair();
  await expect(ledger.undecide(first, decides)).rejects.toThrow(/Nobody has decided/);
  await ledger.decide(twin, 'different', decides);

  const tries = await Promise.allSettled([ledger.undecide(twin, decides), ledger.undecide(twin, decides)]);

  expect(tries.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
});
