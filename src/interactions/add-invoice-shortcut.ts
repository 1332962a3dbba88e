import { z } from 'zod';
import { happening } from '../engine/interaction.ts';
import { addInvoiceForm } from './add-invoice.ts';

/** The global shortcut "Add invoice". */
export const addInvoiceShortcut = happening({
  name: 'add-invoice-shortcut',
  origin: 'shortcut',
  needs: 'invoice.add',
  given: z.unknown(),

  run: async (_, { ports }) => ({ kind: 'form', form: addInvoiceForm(ports.settings, ports.clock.now()) }),
});
