import { expect, test } from 'vitest';
import { likeness } from '../../src/domain/duplicate.ts';
import type { Invoice, InvoiceFacts } from '../../src/domain/invoice.ts';
import { facts } from '../support/people.ts';

const invoice = (change: Partial<InvoiceFacts> = {}): Invoice => ({
  ...facts(change),
  id: 1n,
  version: '1',
  state: 'held',
  source: 'slack_file',
  documentId: null,
  pageFrom: null,
  pageTo: null,
  confidence: {},
  checks: [],
  duplicateOf: null,
  verdict: null,
  removedWhy: null,
  selfConfirmed: false,
  addedBy: { id: 1n, name: 'ana', slackUser: 'UANA' },
  addedAt: new Date(0),
});

test('what neither states is not compared', () => {
  expect(likeness(invoice(), invoice())).toEqual({
    equal: ['vendor', 'number', 'kind', 'date', 'net', 'tax', 'total'],
    differs: [],
  });
});

test.each([
  [{ number: 'INV-1O01' }, {}, 'number: O for 0'],
  [{ number: 'RE 100' }, { number: 'RE-00100' }, 'number: RE 100 for RE-00100'],
  [{ number: 'A-1' }, { number: 'B-2' }, 'number: A-1 for B-2'],
  [{ date: '2026-03-06' }, {}, 'date: 2026-03-06 for 2026-03-04'],
  [{ totalMinor: 12_000n }, {}, 'total: €120.00 for €119.00'],
  [{ kind: 'credit_note' }, {}, 'kind: credit note for invoice'],
  [{ netMinor: null }, {}, 'net: none for €100.00'],
] as const)('%o beside %o: %s', (second, first, says) => {
  expect(likeness(invoice(second), invoice(first)).differs).toEqual([says]);
});
