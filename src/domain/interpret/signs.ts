import type { Fields, InvoiceReading, ReadLine } from '../reading.ts';

/**
 * The ledger books a credit note negative, while the paper mostly states it positive: `asBooked` turns what was read into what is booked,
 * `asStated` turns it back into what the paper says. A credit note that states negative amounts itself carries `statedNegative`.
 */
export function asBooked(reading: InvoiceReading): InvoiceReading {
  const total = reading.fields.total?.value ?? 0n;
  if (reading.kind !== 'credit_note') return reading;
  return total < 0n ? { ...reading, statedNegative: true } : turned(reading);
}

/** The reading with amounts signed as the paper states them; what `npm run read` prints. */
export const asStated = (reading: InvoiceReading): InvoiceReading =>
  reading.kind === 'credit_note' && !reading.statedNegative ? turned(reading) : reading;

function turned(reading: InvoiceReading): InvoiceReading {
  const { net, tax, total } = reading.fields;
  const fields: Fields = {
    ...reading.fields,
    ...(net && { net: { ...net, value: -net.value } }),
    ...(tax && { tax: { ...tax, value: -tax.value } }),
    ...(total && { total: { ...total, value: -total.value } }),
  };
  return { ...reading, fields, lines: reading.lines.map(turnLine) };
}

/** Quantity and total turn, the price of one does not: less of the same thing. */
const turnLine = (line: ReadLine): ReadLine => ({
  ...line,
  quantity: line.quantity && turnedDecimal(line.quantity),
  total: line.total === null ? null : -line.total,
});

/** Nothing is not turned into "-0". */
const turnedDecimal = (decimal: string): string =>
  decimal.startsWith('-') ? decimal.slice(1) : /[1-9]/.test(decimal) ? `-${decimal}` : decimal;
