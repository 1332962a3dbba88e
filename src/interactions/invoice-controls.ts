import type { Actor } from '../domain/access.ts';
import { may } from '../domain/access.ts';
import { type Invoice, invoiceCan } from '../domain/invoice.ts';
import type { Control } from '../domain/reply.ts';
import { selfConfirmedControls } from './distrust-vendor.ts';
import { duplicateCredit } from './duplicate-credit.ts';
import { duplicateDifferent } from './duplicate-different.ts';
import { duplicateReplaces } from './duplicate-replaces.ts';
import { duplicateSame } from './duplicate-same.ts';
import { duplicateUndo } from './duplicate-undo.ts';
import { invoiceConfirm } from './invoice-confirm.ts';
import { invoiceCorrect } from './invoice-correct.ts';
import { invoiceDelete } from './invoice-delete.ts';
import { invoiceDiscard } from './invoice-discard.ts';
import { invoiceItems } from './invoice-items.ts';
import { invoiceLetGo } from './invoice-let-go.ts';
import { invoiceLookAfter } from './invoice-look-after.ts';
import { invoiceReadAgain } from './invoice-read-again.ts';
import { invoiceRestore } from './invoice-restore.ts';

/** The buttons under an invoice: what its state allows and, where one person reads it alone, what they may do. Pressing checks again. */
export function invoiceControls(invoice: Invoice, reader?: Actor): readonly Control[] {
  const offered = buttonsFor(invoice, reader !== undefined).filter(
    ({ needs }) => reader === undefined || may(reader, needs),
  );
  const drawn = offered.map((button) => button.draw({ invoice: String(invoice.id) }));
  const controls = [...drawn, ...selfConfirmedControls(invoice, reader)];
  return reader === undefined ? controls : [...controls, ...careControls(invoice, reader)];
}

/** What a person says of their own part in an invoice that waits for somebody. */
export function careControls(invoice: Invoice, reader: Actor): readonly Control[] {
  const settles = invoice.state === 'held' ? duplicateSame.needs : invoiceLookAfter.needs;
  if (!invoiceCan('lookAfter', invoice) || !may(reader, settles)) return [];
  const value = { invoice: String(invoice.id) };
  if (invoice.takenBy?.id === reader.id) return [invoiceLetGo.draw(value)];
  const take = invoiceLookAfter.draw(value);
  return [invoice.takenBy === null ? take : { ...take, label: 'Take over' }];
}

/** What a person most likely wants stands first. Under a card that everybody sees, five at most: where there are more, deletion is left to `/invoice show`. */
function buttonsFor(invoice: Invoice, isPrivate: boolean) {
  const items = invoice.lines.length > 0 ? [invoiceItems] : [];
  if (invoice.state === 'held')
    return [duplicateSame, duplicateDifferent, duplicateReplaces, duplicateCredit, ...items];
  if (invoice.state === 'deleted') return [invoiceRestore];
  const ofFile = invoice.documentId !== null;
  const offered = [
    ...(invoiceCan('confirm', invoice) ? [invoiceConfirm] : []),
    ...(invoiceCan('correct', invoice) ? [invoiceCorrect] : []),
    ...items,
    ...(invoiceCan('undecide', invoice) && invoice.verdict !== null ? [duplicateUndo] : []),
    ...(ofFile && invoiceCan('reread', invoice) ? [invoiceReadAgain] : []),
    ...(ofFile && invoiceCan('discard', invoice) ? [invoiceDiscard] : []),
  ];
  return isPrivate || offered.length < 5 ? [...offered, invoiceDelete] : offered;
}
