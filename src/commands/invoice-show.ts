import { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { Part } from '../domain/reply.ts';
import { command } from '../engine/command.ts';
import { invoiceControls } from '../interactions/invoice-controls.ts';
import type { LedgerEntry } from '../ports/ledger.ts';
import { invoiceCard } from '../workflows/invoice-card.ts';
import { invoiceTable } from '../workflows/invoice-table.ts';

export const invoiceShow = command({
  name: '/invoice show',
  says: 'Show one invoice with its lines and its history',
  usage: '<number>',
  examples: ['/invoice show 12', '/invoice show #12'],
  needs: 'invoice.read-own',
  args: z.strictObject({ number: z.string().regex(/^#?\d{1,18}$/) }),
  positional: ['number'],

  async run({ number }, { grant, ports }) {
    const id = BigInt(number.replace('#', ''));
    const invoice = await ports.store.ledger.invoice(id, grant);
    if (invoice === null)
      throw new Fault(
        'missing',
        `There is no invoice #${id} that you may see. The number stands on its card, after “Booked as”.`,
      );
    const card = invoiceCard(invoice, { controls: invoiceControls(invoice, grant.actor) });
    const parts = [...card.parts, ...invoiceTable(invoice), ...story(await ports.store.ledger.history(id))];
    return { kind: 'say', to: 'person', saying: { ...card, parts } };
  },
});

function story(history: readonly LedgerEntry[]): readonly Part[] {
  const lines = history.map(
    ({ at, actor, action }) =>
      `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${verbs[action] ?? action} by ${actor}`,
  );
  return lines.length === 0 ? [] : [{ part: 'note', text: lines.join('\n') }];
}

const verbs: Readonly<Record<string, string>> = {
  'invoice.book': 'booked',
  'invoice.confirm': 'confirmed',
  'invoice.correct': 'corrected',
  'invoice.remove': 'deleted',
  'invoice.restore': 'restored',
  'invoice.release': 'found not to be a duplicate',
};
