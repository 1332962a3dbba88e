import { facts, newInvoice } from '../support/people.ts';
import { buttonOnInvoice } from '../support/press.ts';

buttonOnInvoice('duplicate-undo', {
  label: 'Undo decision',
  becomes: 'held',
  async begin(ledger, ben) {
    const first = await ledger.book(newInvoice(), ben.may('invoice.add'));
    const twin = newInvoice({ facts: facts({ number: 'INV-1O01' }), state: 'held', duplicateOf: first.id });
    const { id } = await ledger.book(twin, ben.may('invoice.add'));
    await ledger.decide(id, 'different', ben.may('duplicate.decide'));
    return id;
  },
});
