import { newInvoice } from '../support/people.ts';
import { buttonOnInvoice } from '../support/press.ts';

buttonOnInvoice('invoice-restore', {
  label: 'Undo',
  becomes: 'review',
  async begin(ledger, ben) {
    const { id } = await ledger.book(newInvoice({ state: 'review' }), ben.may('invoice.add'));
    await ledger.remove(id, ben.may('invoice.delete'));
    return id;
  },
});
