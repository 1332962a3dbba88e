import type { Grant } from '../domain/access.ts';
import { changedNames, fieldWords } from '../domain/correction.ts';
import { Fault } from '../domain/fault.ts';
import type { Invoice } from '../domain/invoice.ts';
import type { Ports } from '../engine/ports.ts';
import { judge } from './book-reading.ts';
import { readDocument } from './read-document.ts';

/** Reads the paper of an invoice anew, by another reader than before where there is one, and lets the ledger say what it says now; gives a sentence for who asked. Nothing is booked. */
export async function readAgain(
  id: bigint,
  grant: Grant<'invoice.correct-own'>,
  ports: Ports,
  signal: AbortSignal,
): Promise<string> {
  const before = await ports.store.ledger.invoice(id, grant);
  const document = before?.documentId == null ? null : await ports.store.documents.documentOf(before.documentId);
  if (before === null || document === null)
    throw new Fault('missing', `There is no file of an invoice #${id} that you may have read again.`);
  const last = await ports.store.documents.lastReader(document.id);
  const { found } = await readDocument(document, ports, signal, last);
  const reading =
    found.find(({ pageFrom }) => pageFrom === before.pageFrom) ?? (found.length === 1 ? found[0] : undefined);
  if (!reading)
    return `Read again: Penny finds no invoice on page ${before.pageFrom ?? 1} now. #${id} stays as it was; correct it by hand.`;
  return ports.store.transaction(async (store) => {
    const read = await judge(reading, store, id);
    return told(before, await store.ledger.reread(id, before.version, read, grant));
  });
}

function told(before: Invoice, after: Invoice): string {
  const names = changedNames(before, after).map((name) => fieldWords[name]);
  if (names.length > 0) return `Read again: ${names.join(', ')} changed; the card of #${after.id} shows it.`;
  if (before.state !== after.state || grades(before) !== grades(after))
    return `Read again: the same, but Penny trusts it more, or less; the card of #${after.id} shows it.`;
  return `Read again: #${after.id} says the same as before. Correct it by hand, or confirm it.`;
}

const grades = ({ confidence }: Invoice): string => Object.entries(confidence).toSorted().join();
