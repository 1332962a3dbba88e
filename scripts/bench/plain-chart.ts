import { colour } from '../../src/adapters/vega/theme.ts';

/** What there is to draw: columns along time, or bars from the largest, one of them with the accent; amounts in whole euros. */
export type Plain = {
  readonly mark: 'trend' | 'bars';
  readonly title: string;
  readonly names: readonly string[];
  readonly amounts: readonly number[];
  /** At scale 1. */
  readonly width: number;
  readonly height: number;
};

export const whole = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
export const brief = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR', notation: 'compact' });

const accented = ({ mark, amounts }: Plain): number => (mark === 'trend' ? amounts.length - 1 : 0);
export const coloursOf = (plain: Plain) =>
  plain.amounts.map((_, i) => (i === accented(plain) ? colour.accent : colour.quiet));
/** Of columns the last and the largest have their amount, of bars all. */
export const isLabelled = (plain: Plain, i: number): boolean =>
  plain.mark === 'bars' || i === accented(plain) || plain.amounts[i] === Math.max(...plain.amounts);
