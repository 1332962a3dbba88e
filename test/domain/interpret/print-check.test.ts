import { expect, test } from 'vitest';
import { withPrint } from '../../../src/domain/interpret/print-check.ts';
import type { InvoiceReading } from '../../../src/domain/reading.ts';

const saying = (total: bigint | null, ok = false): InvoiceReading => ({
  kind: 'invoice',
  pageFrom: 1,
  pageTo: 1,
  fields: {
    currency: { value: 'EUR', confidence: 1 },
    ...(total === null ? {} : { total: { value: total, confidence: 1 } }),
  },
  lines: [],
  checks: [
    { name: 'sums', ok: true, says: 'They add up.' },
    { name: 'print', ok, says: 'The total of 963.11 in the XML is not printed on the page.' },
  ],
});
const checks = (xml: InvoiceReading, page: InvoiceReading | null) =>
  withPrint(xml, page).checks.map(({ says }) => says);

test('both values are told where they differ', () => {
  expect(checks(saying(96_311n), saying(96_312n))).toEqual([
    'They add up.',
    'The XML says a total of 963.11, the page says 963.12. The XML is booked; ask the vendor which one holds.',
  ]);
});

test.each([
  ['nothing was read on the page', saying(96_311n), null],
  ['no total was', saying(96_311n), saying(null)],
  ['the page says the same after all', saying(96_311n), saying(96_311n)],
  ['the XML is printed', saying(96_311n, true), saying(96_312n)],
])('%s: the check stays as it is', (_, xml, page) => {
  expect(checks(xml, page)).toEqual(xml.checks.map(({ says }) => says));
});
