import { addDays, type IsoDate } from '../../src/domain/calendar.ts';
import type { Rate } from '../../src/domain/rate.ts';

/** About what one euro buys. */
const about: Readonly<Record<string, number>> = {
  USD: 1.08,
  GBP: 0.85,
  PLN: 4.3,
  CHF: 0.95,
  CZK: 24.6,
  JPY: 160,
  KWD: 0.33,
};

/** Rates as they might have been, the same every time: of working days alone, as the European Central Bank publishes them, for `days` days up to `until`. */
export const madeUpRates = (until: IsoDate, days: number, currencies = Object.keys(about)): readonly Rate[] =>
  Array.from({ length: days }, (_, ago) => addDays(until, -ago))
    .filter((day) => new Date(day).getUTCDay() % 6 > 0)
    .flatMap((day, n) =>
      currencies.map((currency, i) => {
        const rate = (about[currency] ?? 1) * (1 + 0.08 * Math.sin(n / 40 + i) + 0.01 * Math.sin(n * 1.7 + i));
        return { day, currency, perEuro: rate.toFixed(currency === 'JPY' ? 2 : 4) };
      }),
    );
