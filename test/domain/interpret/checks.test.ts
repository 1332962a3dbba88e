import { describe, expect, it } from 'vitest';
import { checksOf } from '../../../src/domain/interpret/checks.ts';
import { asBooked, asStated } from '../../../src/domain/interpret/signs.ts';
import { reviewReasons, sureFields } from '../../../src/domain/interpret/sure.ts';
import type { Fields, InvoiceReading, ReadLine } from '../../../src/domain/reading.ts';

const field = <T>(value: T, confidence = 0.97) => ({ value, confidence });
const fields: Fields = {
  vendor: field('Acme Ltd'),
  invoice_number: field('A-1'),
  date: field('2025-05-05'),
  currency: field('EUR'),
  net: field(10000n),
  tax: field(2000n),
  total: field(12000n),
};
const line = (total: bigint): ReadLine => ({ description: 'Thing', quantity: '1', unitPrice: null, total });
const failing = (changed: Fields, lines: readonly ReadLine[] = []) =>
  checksOf({ ...fields, ...changed }, lines, '2025-06-01').filter((check) => !check.ok);

describe('checksOf', () => {
  it('passes what holds', () => {
    expect(failing({}, [line(4000n), line(6000n)])).toEqual([]);
    expect(failing({}, [line(4000n), line(8000n)])).toEqual([]);
  });

  it.each<[string, Fields, readonly ReadLine[], string]>([
    ['sums', { total: field(12100n) }, [], 'Net €100.00 and tax €20.00 make €120.00, but the total says €121.00.'],
    ['lines', {}, [line(4000n)], 'The 1 lines add up to €40.00, but the paper says €100.00.'],
    ['date', { date: field('2026-05-05') }, [], 'The date 2026-05-05 lies more than a month ahead.'],
    ['date', { date: field('1999-05-05') }, [], 'The date 1999-05-05 lies more than 20 years back.'],
    ['date', { due_date: field('2025-05-04') }, [], 'It is due on 2025-05-04, before its date 2025-05-05.'],
    ['currency', { currency: field('XYZ') }, [], 'XYZ is not a currency that Penny knows.'],
  ])('fails %s', (name, changed, lines, says) => {
    expect(failing(changed, lines)).toEqual([{ name, ok: false, says }]);
  });
});

const reading = (changed: Partial<InvoiceReading>): InvoiceReading => ({
  kind: 'invoice',
  pageFrom: 1,
  pageTo: 1,
  fields,
  lines: [],
  checks: checksOf(changed.fields ?? fields, [], '2025-06-01'),
  ...changed,
});

describe('sureFields', () => {
  it('names what is trusted and drops what a failed check touches', () => {
    expect(sureFields(reading({}))).toEqual(['vendor', 'invoice_number', 'date', 'currency', 'net', 'tax', 'total']);
    expect(sureFields(reading({ fields: { ...fields, total: field(5n) } }))).not.toContain('total');
    expect(sureFields(reading({ fields: { ...fields, vendor: field('Acme', 0.5) } }))).not.toContain('vendor');
  });

  it('gives a reason for each doubt, and none for a receipt without a number', () => {
    const { invoice_number: _, ...without } = fields;
    expect(reviewReasons(reading({}))).toEqual([]);
    expect(reviewReasons(reading({ fields: without }))).toEqual(['Penny did not find the number.']);
    expect(reviewReasons(reading({ kind: 'receipt', fields: without }))).toEqual([]);
    expect(reviewReasons(reading({ fields: { ...fields, date: field('2025-05-05', 0.4) } }))).toEqual([
      'Penny is not sure of the date.',
    ]);
  });
});

describe('signs', () => {
  it('books a credit note negative and prints it as the paper does', () => {
    const positive = reading({ kind: 'credit_note', lines: [line(10000n)] });
    const booked = asBooked(positive);
    expect(booked.fields.total?.value).toBe(-12000n);
    expect(booked.lines[0]?.total).toBe(-10000n);
    expect(asStated(booked)).toEqual(positive);
  });

  it('keeps the minus that the paper prints itself, and every sign of an invoice', () => {
    const negative = reading({ kind: 'credit_note', fields: { ...fields, total: field(-12000n) } });
    expect(asBooked(negative).fields.total?.value).toBe(-12000n);
    expect(asStated(asBooked(negative)).fields.total?.value).toBe(-12000n);
    expect(asBooked(reading({})).fields.total?.value).toBe(12000n);
  });
});
