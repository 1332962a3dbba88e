import { minorDigits, oddUnits } from '../../domain/money.ts';
import type { Period } from '../../domain/period.ts';
import type { Question } from '../../engine/report.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Of } from './counted.ts';

/** Days back to the latest rate that still serves: over Easter and over the end of a year it is five. */
const oldest = 7;

/**
 * What minor units of the other currencies on these days are in minor units of the one asked for: `factor`, null where there is no rate. It is one number for each currency and day, so that
 * the same invoices are the same sum however they are added up; it is looked up once for them (`materialized`) and not for each invoice.
 *
 * The rate is that of the day itself, so that an amount never changes again (what is dated ahead is worth what it is today); of what falls due it is today's, since it is still to be
 * paid, as IAS 21 has it.
 */
export const rates = (question: Question, of: Of, { from, to }: Pick<Period, 'from' | 'to'>): Query => sql`
  with rate as materialized (
  select ${key[of]}, (${perEuro(sql`${question.currency}`)} * ${10 ** minorDigits(question.currency)}::integer)::numeric(40, 24)
           / (${perEuro(sql`pair.currency`)} * coalesce((${JSON.stringify(oddUnits)}::jsonb ->> currency::text)::integer, 100)) as factor
    from (select distinct ${key[of]}, ${ratedOn(question, of)} as rated_on
            from invoice_summary_daily
           where day between ${from}::date and ${to}::date and currency <> ${question.currency}) as pair)
  select * from rate`;

/** What an amount and its rate have in common: `join (rates) using (key)`. */
export const key: Readonly<Record<Of, Query>> = { date: sql`currency, day`, due: sql`currency` };

const ratedOn = ({ today }: Question, of: Of): Query =>
  of === 'due' ? sql`${today}::date` : sql`least(day, ${today}::date)`;

const perEuro = (currency: Query): Query => sql`
  case ${currency} when 'EUR' then 1 else (
    select r.per_euro from fx_rate as r where r.currency = ${currency} and r.day between pair.rated_on - ${oldest}::integer and pair.rated_on order by r.day desc limit 1) end`;

/** Whether any of those currencies (an array of their codes) can be converted at all. */
export const convertible = ({ currency }: Question, others: Query): Query => sql`
  (${hasRates(sql`array[${currency}]`)} and ${hasRates(others)})`;

const hasRates = (currencies: Query): Query => sql`
  coalesce('EUR' = any(${currencies}) or exists (select from fx_rate where currency = any(${currencies}::char(3)[])), false)`;
