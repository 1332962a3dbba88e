import { type Actor, authorize, type Grant, type Permission, type Role } from '../../src/domain/access.ts';
import type { Invoice, InvoiceFacts } from '../../src/domain/invoice.ts';
import type { SlackPerson } from '../../src/ports/directory.ts';
import type { NewInvoice } from '../../src/ports/ledger.ts';
import type { Store } from '../../src/ports/store.ts';

export const person = (id: string, change: Partial<SlackPerson> = {}): SlackPerson => ({
  id,
  team: 'T1',
  name: id.toLowerCase(),
  zone: 'Europe/Berlin',
  standing: 'member',
  ...change,
});

/** Someone with that role, and what proves it. */
export async function seated(store: Store, id: string, role: Role) {
  const actor: Actor = await store.directory.seat(person(id), role);
  return { actor, may: <P extends Permission>(needs: P): Grant<P> => authorize(actor, needs) };
}

export const facts = (change: Partial<InvoiceFacts> = {}): InvoiceFacts => ({
  kind: 'invoice',
  vendor: 'ACME Ltd.',
  vendorTaxId: null,
  iban: null,
  number: 'INV-1001',
  date: '2026-03-04',
  dueDate: null,
  currency: 'EUR',
  netMinor: 10_000n,
  taxMinor: 1_900n,
  totalMinor: 11_900n,
  category: null,
  lines: [],
  ...change,
});

/** An invoice as the ledger gives it, without a ledger. */
export const invoiceLike = (change: Partial<Invoice> = {}): Invoice => ({
  ...facts(),
  id: 1n,
  version: '1',
  state: 'booked',
  source: 'slack_file',
  documentId: 1n,
  pageFrom: 1,
  pageTo: 1,
  confidence: {},
  found: {},
  checks: [],
  duplicateOf: null,
  verdict: null,
  removedWhy: null,
  selfConfirmed: false,
  addedBy: { id: 1n, name: 'ana', slackUser: 'UANA' },
  addedAt: new Date(0),
  takenBy: null,
  ...change,
});

export const newInvoice = (change: Partial<NewInvoice> = {}): NewInvoice => ({
  facts: facts(),
  state: 'booked',
  source: 'manual',
  documentId: null,
  pageFrom: null,
  pageTo: null,
  confidence: {},
  found: {},
  checks: [],
  duplicateOf: null,
  ...change,
});
