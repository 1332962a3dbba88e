import { expect, test } from 'vitest';
import { CurrencyCode, Day, type InvoiceVerb, invoiceCan, invoiceStates } from '../../src/domain/invoice.ts';

test.each<[InvoiceVerb, string]>([
  ['confirm', 'review booked'],
  ['correct', 'review booked'],
  ['delete', 'review booked confirmed held'],
  ['restore', 'deleted'],
  ['decide', 'held'],
  ['undecide', 'review booked'],
  ['discard', 'review booked'],
  ['reread', 'review'],
])('%s is possible from: %s', (verb, states) => {
  expect(invoiceStates.filter((state) => invoiceCan(verb, { state })).join(' ')).toBe(states);
});

test('what people type into a form is refused in sentences', () => {
  expect(Day.safeParse('2026-02-30').error?.issues[0]?.message).toMatch(/YYYY-MM-DD/);
  expect(CurrencyCode.parse(' eur ')).toBe('EUR');
  expect(CurrencyCode.safeParse('EURO').error?.issues[0]?.message).toMatch(/three letters/);
});
