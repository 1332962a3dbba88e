import type { Actor } from '../domain/access.ts';
import { may } from '../domain/access.ts';
import { type Invoice, invoiceCan } from '../domain/invoice.ts';
import type { Control } from '../domain/reply.ts';
import { duplicateDifferent } from './duplicate-different.ts';
import { duplicateSame } from './duplicate-same.ts';
import { invoiceConfirm } from './invoice-confirm.ts';
import { invoiceCorrect } from './invoice-correct.ts';
import { invoiceDelete } from './invoice-delete.ts';
import { invoiceRestore } from './invoice-restore.ts';

/** The buttons under an invoice: what its state allows and, where one person reads it alone, what they may do. Pressing checks again. */
export function invoiceControls(invoice: Invoice, reader?: Actor): readonly Control[] {
  const buttons = invoice.state === 'held' ? [duplicateSame, duplicateDifferent] : [];
  if (invoiceCan('confirm', invoice)) buttons.push(invoiceConfirm);
  if (invoiceCan('correct', invoice)) buttons.push(invoiceCorrect);
  if (invoiceCan('delete', invoice) && invoice.state !== 'held') buttons.push(invoiceDelete);
  if (invoiceCan('restore', invoice)) buttons.push(invoiceRestore);
  const offered = buttons.filter(({ needs }) => reader === undefined || may(reader, needs));
  return offered.map((button) => button.draw({ invoice: String(invoice.id) }));
}
