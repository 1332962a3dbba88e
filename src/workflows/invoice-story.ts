import type { Invoice, Verdict } from '../domain/invoice.ts';
import type { Part, Text } from '../domain/reply.ts';
import type { Ledger, LedgerEntry } from '../ports/ledger.ts';

/** What happened to an invoice, in words: under its card, and as its history. */
const verbs: Readonly<Record<string, readonly [byline: string | null, story: string]>> = {
  'invoice.book': [null, 'booked'],
  'invoice.confirm': ['Confirmed by', 'confirmed'],
  'invoice.self-confirm': ['Confirmed by itself, recorded by', 'confirmed by itself, recorded'],
  'invoice.reopen': ['Booked and no longer confirmed, says', 'booked again and no longer confirmed'],
  'invoice.correct': ['Corrected by', 'corrected'],
  'invoice.reread': ['Read again for', 'read again, and changed,'],
  'invoice.discard': ['Not an invoice, says', 'found to be no invoice'],
  'invoice.remove': ['Deleted by', 'deleted'],
  'invoice.restore': ['Restored by', 'restored'],
  'invoice.decide': ['Decided by', 'decided about'],
  'invoice.undecide': ['Decision undone by', 'the decision about it undone'],
  'invoice.look-after': [null, 'taken on'],
  'invoice.let-go': [null, 'let go'],
  'invoice.replaced': ['Replaced by', 'replaced by a later one'],
};

const decided: Readonly<Record<Verdict, string>> = {
  same: 'The same as the first, says',
  different: 'Not a duplicate, says',
  replaces: 'Replaces the first, says',
  credit_note: 'A credit note, says',
};

/** Who changed it last, and how: "Corrected by Ben." */
export async function lastSaid(invoice: Invoice, ledger: Ledger): Promise<Text> {
  const last = (await ledger.history(invoice.id)).findLast(({ action }) => verbs[action]?.[0]);
  const [verb] = (last && verbs[last.action]) ?? [];
  if (!last || !verb) return '';
  const said = last.action === 'invoice.decide' && invoice.verdict ? decided[invoice.verdict] : verb;
  return `${said} ${last.actor}.`;
}

export function invoiceStory(history: readonly LedgerEntry[]): readonly Part[] {
  const lines = history.map(
    ({ at, actor, action }) =>
      `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC: ${verbs[action]?.[1] ?? action} by ${actor}`,
  );
  return lines.length === 0 ? [] : [{ part: 'note', text: lines.join('\n') }];
}
