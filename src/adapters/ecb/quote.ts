import { isDate } from '../../domain/calendar.ts';
import { Fault } from '../../domain/fault.ts';
import type { Rate } from '../../domain/rate.ts';

/** A rate as it stands in a file, and where: "line 7". */
export type Quote = { readonly day: string; readonly currency: string; readonly rate: string; readonly where: string };

/** Throws Fault('invalid') for what is no day, no currency or no rate: a damaged file is not half of a right one. */
export function rateOf({ day, currency, rate, where }: Quote): Rate {
  if (!isDate(day)) throw damaged(day, 'day', where);
  if (!/^[A-Z]{3}$/.test(currency) || currency === 'EUR') throw damaged(currency, 'currency', where);
  if (!/^\d{1,9}(\.\d{1,12})?$/.test(rate) || Number(rate) === 0) throw damaged(rate, `rate of ${currency}`, where);
  return { day, currency, perEuro: rate };
}

const damaged = (said: string, what: string, where: string): Fault =>
  new Fault('invalid', `“${said.slice(0, 40)}” in ${where} is no ${what}; download the file again.`);

export const notRates = (): Fault =>
  new Fault(
    'invalid',
    'This is no file of the European Central Bank’s exchange rates; get eurofxref-hist.zip at www.ecb.europa.eu/stats/eurofxref, unpack it, and name the CSV in it.',
  );
