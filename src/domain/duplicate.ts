import type { Invoice } from './invoice.ts';
import { formatMoney, toDecimal } from './money.ts';
import { numberKey } from './vendor.ts';

/** What two invoices that look alike have in common, and what not, in words: "number: O for 0". */
export type Likeness = { readonly equal: readonly string[]; readonly differs: readonly string[] };

/** `second` is the one that came later; of each difference its value stands first. What neither states is left out. */
export function likeness(second: Invoice, first: Invoice): Likeness {
  const compared = [
    ['vendor', second.vendor, first.vendor],
    ['number', second.number, first.number],
    ['kind', second.kind, first.kind],
    ['date', second.date, first.date],
    ['due date', second.dueDate, first.dueDate],
    ['net', amount(second, second.netMinor), amount(first, first.netMinor)],
    ['tax', amount(second, second.taxMinor), amount(first, first.taxMinor)],
    ['total', amount(second, second.totalMinor), amount(first, first.totalMinor)],
  ] as const;
  const stated = compared.filter(([, a, b]) => a !== null || b !== null);
  return {
    equal: stated.filter(([, a, b]) => a === b).map(([name]) => name),
    differs: stated.filter(([, a, b]) => a !== b).map(([name, a, b]) => `${name}: ${difference(name, a, b)}`),
  };
}

const amount = ({ currency }: Invoice, minor: bigint | null): string | null => {
  if (minor === null) return null;
  return currency ? formatMoney({ minor, currency }) : toDecimal(minor, null);
};

function difference(name: string, a: string | null, b: string | null): string {
  if (a === null || b === null) return `${a ?? 'none'} for ${b ?? 'none'}`;
  return name === 'number' && numberKey(a) === numberKey(b)
    ? signs(a, b)
    : `${a.replace('_', ' ')} for ${b.replace('_', ' ')}`;
}

/** Numbers that are one but for how they are written: only the signs that differ are named. */
function signs(a: string, b: string): string {
  const [one, other] = [[...a], [...b]];
  const pairs = one.flatMap((sign, i) => (sign === other[i] ? [] : [`${sign} for ${other[i]}`]));
  return one.length === other.length ? [...new Set(pairs)].join(', ') : `${a} for ${b}`;
}
