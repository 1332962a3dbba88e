import Papa from 'papaparse';
import { monthNames } from '../../domain/months.ts';
import { notRates, type Quote } from './quote.ts';

/** What stands where a currency had no rate on a day. */
const none = new Set(['', 'N/A']);

/** A line for each day, a column for each currency, as in eurofxref-hist.csv and eurofxref.csv. */
export function csvQuotes(text: string): readonly Quote[] {
  const lines = Papa.parse<string[]>(text, { delimiter: ',' }).data.map((cells) => cells.map((cell) => cell.trim()));
  const [header = [], ...days] = lines;
  const currencies = header.slice(1).filter((name) => name !== ''); // each line ends with a comma
  if (header[0]?.toLowerCase() !== 'date' || currencies.length === 0) throw notRates();
  return days.flatMap((cells, at) => {
    if (cells.every((cell) => cell === '')) return [];
    const where = `line ${at + 2}`;
    const day = isoDay(cells[0] ?? '');
    return currencies.flatMap((currency, place) => {
      const rate = cells[place + 1];
      if (rate === undefined) return [{ day, currency, rate: 'nothing', where }];
      return none.has(rate) ? [] : [{ day, currency, rate, where }];
    });
  });
}

/** The file of one day writes "24 November 2026". */
function isoDay(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([A-Z][a-z]+) (\d{4})$/.exec(text) ?? [];
  const place = monthNames.indexOf(month) + 1;
  return place === 0 ? text : `${year}-${String(place).padStart(2, '0')}-${day.padStart(2, '0')}`;
}
