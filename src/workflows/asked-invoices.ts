import { addDays } from '../domain/calendar.ts';
import { Fault } from '../domain/fault.ts';
import { type InvoiceFilter, longestWords } from '../domain/invoice-filter.ts';
import { isCurrency } from '../domain/money.ts';
import { monthNames } from '../domain/months.ts';
import { nearest } from '../domain/nearest.ts';
import { allTime, parsePeriod } from '../domain/period.ts';
import { words } from '../engine/words.ts';
import { amountsAt, type Taken } from './asked-amount.ts';
import { askedValue, keys, otherKeys } from './asked-values.ts';

const allKeys = [...keys, ...Object.keys(otherKeys)];

/**
 * Reads `acme over 500 since march status:review "blue paper" iban:DE89`: filters in words and in any order; what is none is looked for. Deleted invoices are left
 * out unless they are asked for. Throws Fault('invalid') with the nearest word that would be understood.
 */
export function askedInvoices(text: string, today: string): InvoiceFilter {
  const { bare, named } = words(
    text.replaceAll(new RegExp(`\\b(${allKeys.join('|')}):\\s+(?=\\S)`, 'gi'), '$1:'),
    [],
    allKeys,
  );
  const filters = Object.entries(named).map(([key, value]) => {
    if (value === true || !allKeys.includes(key)) throw unknown(`--${key}`, key);
    return askedValue(key, value, today);
  });
  const left: string[] = [];
  for (let at = 0; at < bare.length; ) {
    const taken = takenAt(bare.slice(at), today);
    if (taken) filters.push(taken.filter);
    else left.push(wordOf(bare[at] ?? ''));
    at += taken?.words ?? 1;
  }
  const asked: InvoiceFilter = Object.assign({}, ...filters, left.length > 0 ? { words: left.join(' ') } : {});
  if ((asked.words?.length ?? 0) > longestWords)
    throw new Fault(
      'invalid',
      `That is more than ${longestWords} letters. A few words that stand on the invoice are enough.`,
    );
  return asked.states || asked.invoice ? asked : { ...asked, states: ['review', 'booked', 'confirmed', 'held'] };
}

/** Several words in quotes stand together. What looks like a filter but is none is most likely a slip. */
function wordOf(token: string): string {
  const [, key] = /^([a-z]{3,}):\S/i.exec(token) ?? [];
  if (key && nearest(key, allKeys)) throw unknown(`${key}:`, key);
  return /\s/.test(token) ? `"${token}"` : token;
}

function unknown(said: string, key: string): Fault {
  const meant = nearest(key, allKeys);
  const next = meant ? `Did you mean ${meant}:?` : `There are ${keys.map((one) => `${one}:`).join(', ')}.`;
  return new Fault('invalid', `There is no ${said} here. ${next}`);
}

/** What the next words ask for, if they are no words to be looked for; the longest meaning wins. */
function takenAt(next: readonly string[], today: string): Taken {
  const [first = ''] = next;
  if (/\s/.test(first)) return null;
  const [, id] = /^#0*([1-9]\d{0,17})$/.exec(first) ?? [];
  if (id) return { words: 1, filter: { invoice: id } };
  if (/^overdue$/i.test(first))
    return { words: 1, filter: { owed: true, due: { from: allTime.from, to: addDays(today, -1), says: 'overdue' } } };
  if (/^due$/i.test(first)) {
    const due = periodAt(next.slice(1), today);
    return due && { words: due.words + 1, filter: { due: due.period, owed: true } };
  }
  const amounts = amountsAt(next);
  if (amounts) return amounts;
  if (/^[A-Z]{3}$/.test(first) && isCurrency(first)) return { words: 1, filter: { currency: first } };
  const dates = periodAt(next, today);
  return dates && { words: dates.words, filter: dates.period.from === allTime.from ? {} : { dates: dates.period } };
}

const longestPeriod = 7;
const months = new Set(monthNames.map((name) => name.toLowerCase()));

/** The longest run of words that is a period. One word alone may also be a name, or a number: then it is one only where nothing else is meant by it. */
function periodAt(next: readonly string[], today: string) {
  for (let length = Math.min(longestPeriod, next.length); length > 0; length -= 1) {
    const run = next.slice(0, length).join(' ');
    const period = parsePeriod(run, today);
    if (period && (length > 1 || isPeriodAlone(run.toLowerCase()))) return { words: length, period };
  }
  return null;
}

const isPeriodAlone = (word: string): boolean =>
  months.has(word) ||
  /^(today|yesterday|ytd|qtd|mtd|all)$/.test(word) ||
  /^(20\d\d|q[1-4]|\d{4}-(0[1-9]|1[0-2])|\d{4}-\d\d-\d\d|\d{1,2}\.\d{1,2}\.\d{4})$/.test(word);
