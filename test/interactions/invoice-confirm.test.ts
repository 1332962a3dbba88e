import { newInvoice } from '../support/people.ts';
import { buttonOnInvoice } from '../support/press.ts';

buttonOnInvoice('invoice-confirm', {
  label: 'Confirm',
  becomes: 'confirmed',
  begin: async (ledger, ben) => (await ledger.book(newInvoice({ state: 'review' }), ben.may('invoice.add'))).id,
});
