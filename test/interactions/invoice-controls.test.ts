import { expect, test } from 'vitest';
import type { Actor, Role } from '../../src/domain/access.ts';
import type { Invoice } from '../../src/domain/invoice.ts';
import { invoiceControls } from '../../src/interactions/invoice-controls.ts';
import { invoiceLike } from '../support/people.ts';

const line = { description: 'Paper', quantity: null, unitPrice: null, totalMinor: null };
const invoice = (change: Partial<Invoice>): Invoice => invoiceLike({ lines: [line], ...change });
const someone = (role: Role): Actor => ({ id: 1n, name: 'Someone', slackUser: 'U1', roles: [role], zone: 'UTC' });
const labels = (change: Partial<Invoice>, role?: Role) =>
  invoiceControls(invoice(change), role && someone(role))
    .map(({ label }) => label)
    .join(', ');

test.each([
  [{ state: 'booked' }, 'Confirm, Correct, Items, Not an invoice, Delete'],
  [{ state: 'booked', lines: [] }, 'Confirm, Correct, Not an invoice, Delete'],
  [{ state: 'booked', documentId: null, source: 'manual' }, 'Confirm, Correct, Items, Delete'],
  [{ state: 'review' }, 'Confirm, Correct, Items, Read again, Not an invoice'],
  [{ state: 'review', lines: [] }, 'Confirm, Correct, Read again, Not an invoice, Delete'],
  [{ state: 'booked', verdict: 'different' }, 'Confirm, Correct, Items, Undo decision, Not an invoice'],
  [{ state: 'confirmed' }, 'Items, Delete'],
  [{ state: 'held' }, 'Same invoice, Different invoice, Replaces it, Credit note, Items'],
  [{ state: 'deleted' }, 'Undo'],
] as const)('under the card of %o: %s', (change, offered) => {
  expect(labels(change)).toBe(offered);
});

test('alone, a person sees all that they may press, and nothing else', () => {
  expect(labels({ state: 'review' }, 'accountant')).toBe(
    "Confirm, Correct, Items, Read again, Not an invoice, Delete, I'm on it",
  );
  expect(labels({ state: 'review' }, 'operator')).toBe("Correct, Items, Read again, Not an invoice, I'm on it");
  expect(labels({ state: 'held' }, 'operator')).toBe('Items');
});
