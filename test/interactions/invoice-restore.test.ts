import { beforeAll, describe, expect, test } from 'vitest';
import { type Desk, read, testDesk } from '../support/chat.ts';
import { newInvoice, seated } from '../support/people.ts';
import { buttonOnInvoice } from '../support/press.ts';

buttonOnInvoice('invoice-restore', {
  label: 'Undo',
  becomes: 'review',
  refusal: /There is no invoice \d+ of yours/,
  async begin(ledger, ben) {
    const { id } = await ledger.book(newInvoice({ state: 'review' }), ben.may('invoice.add'));
    await ledger.remove(id, ben.may('invoice.delete'));
    return id;
  },
});

describe('an operator', () => {
  let desk: Desk;
  let cleo: Awaited<ReturnType<typeof seated>>;
  let ben: Awaited<ReturnType<typeof seated>>;
  beforeAll(async () => {
    desk = await testDesk();
    cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
    ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  });
  const undo = async (id: bigint) =>
    desk.press({ press: 'invoice-restore', label: 'Undo', value: JSON.stringify({ invoice: String(id) }) }, 'cleo');

  test('undoes that what they sent is no invoice', async () => {
    const { ledger } = desk.ports.store;
    const { id } = await ledger.book(newInvoice({ state: 'review' }), cleo.may('document.share'));
    await ledger.discard(id, cleo.may('invoice.correct-own'));

    expect(await undo(id)).toEqual({ kind: 'quiet' });
    expect(await ledger.any(id)).toMatchObject({ state: 'review', removedWhy: null });
  });

  test('does not bring back what an accountant deleted', async () => {
    const { ledger } = desk.ports.store;
    const { id } = await ledger.book(newInvoice(), cleo.may('document.share'));
    await ledger.remove(id, ben.may('invoice.delete'));

    expect(read(await undo(id))).toMatch(/was deleted, and your role does not let you restore it/);
    expect(await ledger.any(id)).toMatchObject({ state: 'deleted', removedWhy: 'deleted' });
  });
});
