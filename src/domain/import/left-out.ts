import { fold } from '../interpret/fold.ts';
import { amountCell } from './amount-cell.ts';
import { amountRoles, type ColumnRole, type Mapping, type TableRow } from './columns.ts';
import { namingsOf } from './header-words.ts';

/** Why a row of the file is no row of data. */
export const leftOutReasons = ['blank', 'heading', 'totals'] as const;
export type LeftOut = (typeof leftOutReasons)[number];

const totals = new Set(
  `total, totals, grand total, grand totals, subtotal, sub total, overall total, report total, page total, total amount, total spend, total expenditure, sum, balance carried forward,
  summe, gesamt, gesamtsumme, zwischensumme, gesamtbetrag, endsumme, total general, total generale, somme, sous total, totaux, suma, suma total, suma ogolem, razem, ogolem,
  totale, totale generale, somma, subtotale, totaal, eindtotaal, subtotaal, totaal generaal, total geral, soma, totais, lacznie`
    .split(',')
    .map((phrase) => phrase.trim()),
);

/** Tells rows that are not data: empty ones, what stands above the data or repeats the header, and sums of other rows. */
export function leftOut({ line, cells }: TableRow, mapping: Mapping): LeftOut | null {
  if (mapping.header !== null && line <= mapping.header)
    return cells.some((cell) => cell.trim() !== '') ? 'heading' : 'blank';
  const at = (role: ColumnRole) => cells[mapping.columns.indexOf(role)]?.trim() ?? '';
  const amounts = amountRoles.map(at);
  if (at('vendor') !== '' && at('number') !== '' && amounts.some((cell) => /\d/.test(cell))) return null; // most rows: quick
  const written = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (written.length === 0) return 'blank';
  if (repeatsHeader(cells, mapping)) return 'heading';
  return isTotals(written, at, mapping) ? 'totals' : null;
}

/** At least two cells name the very roles of their columns, and none of the amounts is one. */
function repeatsHeader(cells: readonly string[], { columns }: Mapping): boolean {
  const heads = columns.filter((role, column) => {
    const cell = cells[column]?.trim() ?? '';
    return role !== null && !/\d/.test(cell) && namingsOf(cell).some((naming) => naming.role === role);
  });
  return heads.length >= 2 && heads.some((role) => amountRoles.some((one) => one === role));
}

/** A word for sums and neither number nor date of an invoice, or nothing but amounts: a vendor may be called Total, and has a date. */
function isTotals(written: readonly string[], at: (role: ColumnRole) => string, mapping: Mapping): boolean {
  const isAmount = (cell: string) => amountCell(cell, mapping.decimal) !== null;
  const amounts = amountRoles.map(at).filter((cell) => cell !== '');
  if (at('date') === '' && amounts.every(isAmount) && written.some(isSum))
    return at('number') === '' || isSum(at('number'));
  return at('vendor') === '' && amounts.length > 0 && written.every(isAmount);
}

const isSum = (cell: string): boolean =>
  totals.has(
    fold(cell)
      .replace(/[^\p{L}]+/gu, ' ')
      .replace(/\b(eur|usd|gbp|chf|pln|ttc|ht)\b/g, '')
      .trim(),
  );
