import { describe, expect, it } from 'vitest';
import { scoreOf } from '../../scripts/reading/score.ts';
import { Truth } from '../../scripts/reading/truth.ts';
import { type Printed, printedError } from '../../src/domain/interpret/printed.ts';

const truth = Truth.parse({
  file: 'a.pdf',
  vendor: 'Acme Limited',
  invoice_number: 'A-1',
  date: '2025-05-05',
  total: '12.00',
  currency: null,
  line_items: [{ total: '12.0' }],
});
const reading = (changed: Partial<Printed>): Printed => ({
  ...printedError('', { file: 'a.pdf', reader: 'test', ms: 1 }),
  vendor: 'ACME',
  invoice_number: 'a 1',
  date: '2025-05-05',
  total: '12.0',
  currency: 'EUR',
  ...changed,
});

describe('scoreOf', () => {
  it('asks only what is known and forgives notation', () => {
    const { fields, whole, untouched } = scoreOf([
      { truth, reading: reading({ sure: ['vendor', 'invoice_number', 'date', 'total'] }) },
    ]);
    expect(fields.vendor).toEqual({ right: 1, asked: 1, silent: 0 });
    expect(fields.invoice_number.right).toBe(1);
    expect(fields.total.right).toBe(1);
    expect(fields.currency.asked).toBe(0);
    expect([whole, untouched]).toEqual([1, 1]);
  });

  it('counts what is wrong, silent, and called sure', () => {
    const { fields, sure, whole, misses } = scoreOf([
      { truth, reading: reading({ total: '13.00', date: null, sure: ['total', 'vendor'] }) },
    ]);
    expect(fields.total).toEqual({ right: 0, asked: 1, silent: 0 });
    expect(fields.date).toEqual({ right: 0, asked: 1, silent: 1 });
    expect(sure).toEqual({ right: 1, of: 2 });
    expect(whole).toBe(0);
    expect(misses).toContain('a.pdf  total: "13.00" for "12.00"  CALLED SURE');
  });

  it('counts a document without a reading as wrong throughout', () => {
    expect(scoreOf([{ truth, reading: undefined }]).fields.total).toEqual({ right: 0, asked: 1, silent: 1 });
  });
});
