import { type Actor, may } from '../../domain/access.ts';
import { type Invoice, invoiceCan } from '../../domain/invoice.ts';
import type { Control } from '../../domain/reply.ts';
import { reviewQueue } from '../../workflows/review-queue.ts';
import { invoiceConfirm } from '../invoice-confirm.ts';
import { invoiceShow } from '../invoice-show.ts';
import { shareControls } from '../share-controls.ts';
import { section } from './section.ts';

/** Two blocks each, of the hundred that Slack shows of a Home. */
const most = 8;

/** What a person most needs when they come in; the rest is one command away. */
export const waiting = section('invoice.read-own', async (grant, ports) => {
  const controls = (invoice: Invoice) => controlsOf(invoice, grant.actor);
  const { parts } = await reviewQueue(grant, { most, controls, fileControls: shareControls }, ports);
  if (parts.length === 1) return parts;
  return [...parts, { part: 'note', text: ['The whole queue: ', { code: '/invoice review' }] }];
});

function controlsOf(invoice: Invoice, reader: Actor): readonly Control[] {
  const value = { invoice: String(invoice.id) };
  const confirmable = invoiceCan('confirm', invoice) && may(reader, invoiceConfirm.needs);
  const { style: _, ...confirm } = invoiceConfirm.draw(value);
  return [invoiceShow.draw(value), ...(confirmable ? [confirm] : [])];
}
