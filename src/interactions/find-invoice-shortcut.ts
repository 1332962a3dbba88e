import { z } from 'zod';
import { happening } from '../engine/interaction.ts';
import { findInvoiceForm } from './find-invoice.ts';

/** The global shortcut "Find invoice". */
export const findInvoiceShortcut = happening({
  name: 'find-invoice-shortcut',
  origin: 'shortcut',
  needs: 'invoice.read-own',
  given: z.unknown(),

  run: async () => ({ kind: 'form', form: findInvoiceForm() }),
});
