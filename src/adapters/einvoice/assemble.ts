import { isDate } from '../../domain/calendar.ts';
import { asBooked } from '../../domain/interpret/signs.ts';
import { isCurrency } from '../../domain/money.ts';
import type { DocumentKind, Field, Fields, InvoiceReading, ReadLine } from '../../domain/reading.ts';
import { type Amounts, amount } from './amount.ts';
import { checksOf } from './checks.ts';
import { saysCreditNote } from './cii.ts';
import type { Stated, StatedLine } from './stated.ts';

/** Gives what an e-invoice states its meaning. `pages` are those of the PDF around it, 1 for a bare XML. */
export function assemble(stated: Stated, pages: number): InvoiceReading {
  const currency = stated.currency?.toUpperCase() ?? null;
  const kind: DocumentKind = stated.isCreditNote || saysCreditNote(stated.typeCode) ? 'credit_note' : 'invoice';
  const amounts = amountsOf(stated, currency);
  return asBooked({
    kind,
    pageFrom: 1,
    pageTo: pages,
    fields: fieldsOf(stated, currency, amounts),
    lines: stated.lines.filter((line) => !isHeading(line)).map((line) => toReadLine(line, currency)),
    checks: checksOf(stated, currency, amounts),
  });
}

function fieldsOf(stated: Stated, currency: string | null, { net, tax, total }: Amounts): Fields {
  return {
    ...exact('vendor', stated.vendor),
    ...exact('vendor_tax_id', stated.vendorTaxId?.replace(/\s/g, '') ?? null),
    ...exact('iban', ibanOf(stated.iban)),
    ...exact('invoice_number', stated.number),
    ...exact('date', dayOf(stated.date)),
    ...exact('due_date', dayOf(stated.dueDate)),
    ...exact('currency', currency !== null && isCurrency(currency) ? currency : null),
    ...exact('net', net),
    ...exact('tax', tax),
    ...exact('total', total),
  };
}

/** A field of which nothing was guessed; none when it is not stated. */
const exact = <Name extends keyof Fields, T>(name: Name, value: T | null): { readonly [N in Name]?: Field<T> } =>
  // A computed key widens to `string` though it is `Name`
  (value === null ? {} : { [name]: { value, confidence: 1 } }) as { readonly [N in Name]?: Field<T> };

/** Some write a time zone after the day. */
function dayOf(stated: string | null): string | null {
  const day = stated?.slice(0, 10) ?? '';
  return isDate(day) ? day : null;
}

/** Other account numbers than IBANs stand in the same place. */
function ibanOf(stated: string | null): string | null {
  const iban = stated?.replace(/\s/g, '').toUpperCase() ?? '';
  return /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) ? iban : null;
}

function amountsOf(stated: Stated, currency: string | null): Amounts {
  const net = amount(stated.net, currency);
  const taxes = stated.taxes.filter((tax) => tax.currency === null || currency === null || tax.currency === currency);
  const all = taxes.map((tax) => amount(tax.amount, currency)).filter((tax) => tax !== null);
  const total = amount(stated.total, currency) ?? payableTotal(stated, currency);
  const tax = taxOf(all, net, total);
  return {
    net: net ?? (total !== null && tax !== null ? total - tax : null),
    tax,
    total: total ?? (net !== null && tax !== null ? net + tax : null),
  };
}

/** Who states one sum for each kind of tax means all of them together, unless the first alone already fits. */
function taxOf(taxes: readonly bigint[], net: bigint | null, total: bigint | null): bigint | null {
  const [first] = taxes;
  if (first === undefined) return net !== null && total !== null ? total - net : null;
  return net !== null && total !== null && net + first === total ? first : taxes.reduce((sum, tax) => sum + tax);
}

/** Without a total: what is to be paid, before what was paid already and without rounding. */
function payableTotal(stated: Stated, currency: string | null): bigint | null {
  const payable = amount(stated.payable, currency);
  if (payable === null) return null;
  return payable + (amount(stated.prepaid, currency) ?? 0n) - (amount(stated.rounding, currency) ?? 0n);
}

/** Some programs state headings and remarks as lines: none of it, for nothing. A free item has its quantity. */
const isHeading = ({ quantity, total }: StatedLine): boolean => isZero(quantity) && isZero(total);
const isZero = (decimal: string | null): boolean => decimal !== null && /^-?0+(\.0+)?$/.test(decimal);

function toReadLine({ description, quantity, price, priceBase, total }: StatedLine, currency: string | null): ReadLine {
  return { description, quantity, unitPrice: pricePerUnit(price, priceBase), total: amount(total, currency) };
}

/** A price for 100 or 1000 is moved by its decimal point; any other base would need rounding, and then there is no price to tell. */
function pricePerUnit(price: string | null, base: string | null): string | null {
  const places = /^(10*)(\.0+)?$/.exec(base ?? '1')?.[1]?.length;
  if (price === null || places === undefined || !/^-?\d+(\.\d+)?$/.test(price)) return null;
  if (places === 1) return price;
  const [whole = '', fraction = ''] = price.replace('-', '').split('.');
  const digits = whole.padStart(places, '0');
  const sign = price.startsWith('-') ? '-' : '';
  return `${sign}${digits.slice(0, 1 - places)}.${digits.slice(1 - places)}${fraction}`;
}
