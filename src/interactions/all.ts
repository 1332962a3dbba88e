import type { Interaction } from '../engine/interaction.ts';
import { addInvoice } from './add-invoice.ts';
import { addInvoiceShortcut } from './add-invoice-shortcut.ts';
import { correctInvoiceForm } from './correct-invoice.ts';
import { duplicateDifferent } from './duplicate-different.ts';
import { duplicateSame } from './duplicate-same.ts';
import { fileShared } from './file-shared.ts';
import { homeOpened } from './home-opened.ts';
import { invoiceConfirm } from './invoice-confirm.ts';
import { invoiceCorrect } from './invoice-correct.ts';
import { invoiceDelete } from './invoice-delete.ts';
import { invoiceRestore } from './invoice-restore.ts';
import { readAsInvoice } from './read-as-invoice.ts';

/** Everything but a command that a person does. */
export const interactions: readonly Interaction[] = [
  addInvoice,
  addInvoiceShortcut,
  correctInvoiceForm,
  duplicateDifferent,
  duplicateSame,
  fileShared,
  homeOpened,
  invoiceConfirm,
  invoiceCorrect,
  invoiceDelete,
  invoiceRestore,
  readAsInvoice,
];
