import type { Invoice } from '../domain/invoice.ts';
import { toDecimal } from '../domain/money.ts';
import type { Part } from '../domain/reply.ts';

/** The line items as a table; nothing where there are none. */
export function invoiceTable({ lines, currency }: Invoice): readonly Part[] {
  if (lines.length === 0) return [];
  return [
    {
      part: 'table',
      caption: 'Line items',
      columns: ['Item', 'Quantity', 'Unit price', currency ? `Total (${currency})` : 'Total'],
      rows: lines.map((line) => [
        line.description,
        line.quantity ?? '',
        line.unitPrice ?? '',
        line.totalMinor === null ? '' : toDecimal(line.totalMinor, currency),
      ]),
      numeric: [1, 2, 3],
    },
  ];
}
