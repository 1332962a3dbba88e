import { expect, test } from 'vitest';
import { changedNames, correction } from '../../src/domain/correction.ts';
import type { Correctable, Invoice } from '../../src/domain/invoice.ts';
import { facts } from '../support/people.ts';

const today = '2026-03-31';
const before = (change: Partial<Invoice> = {}): Invoice => ({
  ...facts(),
  id: 1n,
  version: '1',
  state: 'review',
  source: 'slack_file',
  documentId: 1n,
  pageFrom: 1,
  pageTo: 1,
  confidence: { vendor: 0.5, total: 0.6, date: 0.99 },
  checks: [{ name: 'print', ok: false, says: 'The print says otherwise.' }],
  duplicateOf: null,
  verdict: null,
  removedWhy: null,
  selfConfirmed: false,
  addedBy: { id: 1n, name: 'ana', slackUser: 'UANA' },
  addedAt: new Date(0),
  ...change,
});
const values = (change: Partial<Correctable> = {}): Correctable => {
  const { vendorTaxId: _, lines: __, ...rest } = facts();
  return { ...rest, ...change };
};

test('every doubt settled: booked, and what was settled carries no grade', () => {
  const all = ['vendor', 'total', 'date'] as const;

  expect(correction(before(), values(), all, today)).toMatchObject({ state: 'booked', confidence: {} });
});

test('one doubt settled of two: the other keeps it in review', () => {
  const after = correction(before(), values(), ['vendor'], today);

  expect(after).toMatchObject({ state: 'review', confidence: { total: 0.6, date: 0.99 } });
});

test.each([
  [values({ vendor: null }), 'a vendor is missing'],
  [values({ netMinor: 1n }), 'the sums do not hold'],
  [values({ date: '2099-01-01' }), 'its date lies far ahead'],
])('what a person cannot have meant stays in review (%#)', (given) => {
  expect(correction(before(), given, ['vendor', 'total', 'date'], today).state).toBe('review');
});

test('lines that do not add up to the new total are told', () => {
  const lines = [{ description: 'Paper', quantity: null, unitPrice: null, totalMinor: 5_000n }];
  const { checks, state } = correction(before({ lines }), values(), ['vendor', 'total', 'date'], today);

  expect(state).toBe('review');
  expect(checks.find(({ name }) => name === 'lines')).toMatchObject({ ok: false });
});

test('what changed is named, in the order of the card', () => {
  expect(changedNames(values(), values())).toEqual([]);
  expect(changedNames(values(), values({ totalMinor: 1n, vendor: 'Else', category: 'Energy' }))).toEqual([
    'vendor',
    'totalMinor',
    'category',
  ]);
});
