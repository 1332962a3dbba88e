import { z } from 'zod';
import { command } from '../engine/command.ts';
import { addInvoiceForm } from '../interactions/add-invoice.ts';

export const invoiceAdd = command({
  name: '/invoice add',
  says: 'Type an invoice in by hand',
  usage: '',
  examples: ['/invoice add'],
  needs: 'invoice.add',
  args: z.strictObject({}),
  positional: [],

  run: async (_, { ports }) => ({ kind: 'form', form: addInvoiceForm(ports.settings, ports.clock.now()) }),
});
