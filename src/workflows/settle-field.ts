import type { z } from 'zod';
import { Fault } from '../domain/fault.ts';
import type { Correctable, Invoice } from '../domain/invoice.ts';
import { sureFrom } from '../domain/invoice.ts';
import { minorDigits, toDecimal, toMinor } from '../domain/money.ts';
import { needed } from '../domain/waiting.ts';
import { type Asks, asks, fieldOf, type OneAnswer, statedAs } from './invoice-form.ts';

/** The questions whose answers are in doubt or missing, in the order of the card. */
export const doubtful = (invoice: Invoice): readonly Asks[] =>
  asks.filter((name) => {
    const field = fieldOf(name);
    const grade = invoice.confidence[field];
    if (grade !== undefined) return grade < sureFrom;
    return statedAs(invoice, name) === null && field in needed && !(name === 'number' && invoice.kind === 'receipt');
  });

/** The invoice with one answer put in. Fault('invalid') for an answer that its currency cannot hold, or that is none. */
export function withAnswer(invoice: Invoice, name: Asks, answers: z.infer<typeof OneAnswer>): Correctable {
  const given = answers[name];
  if (given === undefined) throw new Fault('invalid', 'Give the value that stands on the paper.');
  if (name === 'currency') return inCurrency(invoice, given);
  if (name !== 'net' && name !== 'tax' && name !== 'total') return { ...invoice, [name]: given };
  const places = minorDigits(invoice.currency);
  if ((given.split('.')[1]?.length ?? 0) > places)
    throw new Fault('invalid', `${invoice.currency ?? 'It'} has ${places || 'no'} decimal places.`);
  return { ...invoice, [`${name}Minor`]: toMinor(given, invoice.currency) };
}

/** The figures on the paper stay; how many of their digits are minor units is the currency's to say. */
function inCurrency(invoice: Invoice, currency: string): Correctable {
  const again = (minor: bigint | null) =>
    minor === null ? null : toMinor(toDecimal(minor, invoice.currency), currency);
  const { netMinor, taxMinor, totalMinor } = invoice;
  return { ...invoice, currency, netMinor: again(netMinor), taxMinor: again(taxMinor), totalMinor: again(totalMinor) };
}
