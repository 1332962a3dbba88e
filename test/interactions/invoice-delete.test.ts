import { newInvoice } from '../support/people.ts';
import { buttonOnInvoice } from '../support/press.ts';

buttonOnInvoice('invoice-delete', {
  label: 'Delete',
  becomes: 'deleted',
  begin: async (ledger, ben) => (await ledger.book(newInvoice(), ben.may('invoice.add'))).id,
});
