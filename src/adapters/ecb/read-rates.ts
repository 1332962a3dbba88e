import { Fault } from '../../domain/fault.ts';
import type { Rate } from '../../domain/rate.ts';
import { csvQuotes } from './csv-quotes.ts';
import { notRates, rateOf } from './quote.ts';
import { xmlQuotes } from './xml-quotes.ts';

/** The exchange rates in a file that the European Central Bank publishes, CSV or XML. Throws Fault('invalid') with one sentence for any other file. */
export function readRates(bytes: Uint8Array): readonly Rate[] {
  const text = new TextDecoder().decode(bytes).trimStart(); // a byte order mark is taken off
  if (text.startsWith('PK')) throw new Fault('invalid', 'This is a zip archive; unpack it and name the CSV in it.');
  const quotes = text.startsWith('<') ? xmlQuotes(text) : csvQuotes(text);
  if (quotes.length === 0) throw notRates();
  return quotes.map(rateOf);
}
