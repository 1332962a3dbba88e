import type { Grant } from '../domain/access.ts';
import type { Invoice, InvoiceFacts } from '../domain/invoice.ts';
import type { Store } from '../ports/store.ts';

/** Books what a person typed in. A person's word needs no review; what looks like one that is there already is held all the same. */
export const addByHand = (facts: InvoiceFacts, grant: Grant<'invoice.add'>, store: Store): Promise<Invoice> =>
  store.transaction(async ({ ledger }) => {
    const suspect = await ledger.suspect(facts);
    const from = { source: 'manual', documentId: null, pageFrom: null, pageTo: null } as const;
    return ledger.book(
      {
        facts,
        state: suspect ? 'held' : 'booked',
        ...from,
        confidence: {},
        found: {},
        checks: [],
        duplicateOf: suspect?.id ?? null,
      },
      grant,
    );
  });
