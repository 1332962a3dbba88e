import type { Grant } from '../domain/access.ts';
import { changedNames } from '../domain/correction.ts';
import type { Stated } from '../domain/interpret/lessons.ts';
import type { Correctable, Invoice } from '../domain/invoice.ts';
import { hintedFields, hintedNames, type Lesson, lessonSays } from '../domain/layout-hint.ts';
import type { Ports } from '../engine/ports.ts';
import type { Outcome } from './correct-invoice.ts';
import { contextOf } from './understand-reading.ts';

type Corrected = { readonly id: bigint; readonly values: Correctable };

/** Where on the paper of an invoice the values stand that a person gives instead of what was read. */
export async function lessonsOf(
  { id, values }: Corrected,
  grant: Grant<'invoice.correct-own'>,
  ports: Pick<Ports, 'store' | 'learn' | 'clock' | 'settings'>,
): Promise<readonly Lesson[]> {
  const before = await ports.store.ledger.invoice(id, grant);
  if (before?.documentId == null) return [];
  const given = givenIn(before, values);
  if (Object.keys(given).length === 0) return [];
  const reading = await ports.store.documents.pagesRead(before.documentId);
  if (reading === null) return [];
  const pageFrom = before.pageFrom ?? 1;
  return ports.learn(
    reading,
    { kind: values.kind, pageFrom, pageTo: before.pageTo ?? pageFrom, values: given },
    contextOf(ports),
  );
}

function givenIn(before: Invoice, values: Correctable): Stated['values'] {
  const changed = changedNames(before, values);
  return Object.fromEntries(
    hintedFields.flatMap((field) => {
      const value = values[hintedNames[field]];
      return value !== null && changed.includes(hintedNames[field]) ? [[field, value]] : [];
    }),
  );
}

/** What a person hears of what their correction taught and ended, a sentence each; nothing where it did neither. */
export function taughtSays({ looksFor, ended, invoice }: Pick<Outcome, 'looksFor' | 'ended' | 'invoice'>): string {
  const what = new Intl.ListFormat('en-GB').format(looksFor.map(lessonSays));
  return [
    ...(looksFor.length > 0
      ? [`Penny will look for ${what} on invoices of ${invoice.vendor ?? 'this vendor'} from now on.`]
      : []),
    ...ended.map(
      (name) => `Invoices of ${name} do not confirm themselves any more, since this one had to be corrected.`,
    ),
  ].join(' ');
}
