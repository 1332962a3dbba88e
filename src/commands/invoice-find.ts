import { z } from 'zod';
import { command } from '../engine/command.ts';
import { answerFind, findInvoiceForm } from '../interactions/find-invoice.ts';

/** Without words it asks for them. */
export const invoiceFind = command({
  name: '/invoice find',
  says: 'Find invoices by what you remember: words of the vendor, the number, the items, the paper; amounts, periods, states',
  usage:
    '[words] [over 500] [since march] [due last month] [status:review] [vendor:name] [category:name] [iban:…] [number:…]',
  examples: ['/invoice find acme over 500 since march', '/invoice find "blue paper" status:review'],
  needs: 'invoice.read-own',
  args: z.strictObject({ text: z.string() }),
  positional: 'text',

  run: async ({ text }, { grant, ports }) =>
    text.trim() === '' ? { kind: 'form', form: findInvoiceForm() } : answerFind(text, grant, ports),
});
