import { facts, newInvoice } from '../support/people.ts';
import { buttonOnInvoice } from '../support/press.ts';

buttonOnInvoice('duplicate-replaces', {
  label: 'Replaces it',
  becomes: 'booked',
  async begin(ledger, ben) {
    const first = await ledger.book(newInvoice(), ben.may('invoice.add'));
    const twin = newInvoice({ facts: facts({ number: 'INV-1O01' }), state: 'held', duplicateOf: first.id });
    return (await ledger.book(twin, ben.may('invoice.add'))).id;
  },
});
