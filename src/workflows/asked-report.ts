import { z } from 'zod';
import { CurrencyCode, Day } from '../domain/invoice.ts';
import type { Question } from '../engine/report.ts';

/** Letters of a filter; more than any name has, and few enough for a button to carry. */
export const longestFilter = 200;

/** What a button under an answer carries: the question once more. Whoever presses it is asked for the permission again. */
export const AskedReport = z.strictObject({
  report: z.string(),
  from: Day,
  to: Day,
  says: z.string().max(60),
  currency: CurrencyCode,
  vendor: z.string().max(longestFilter).nullable(),
  category: z.string().max(longestFilter).nullable(),
});
export type AskedReport = z.infer<typeof AskedReport>;

/** The question without its day: whoever presses tomorrow asks tomorrow. */
export const askedReport = (report: string, { period, currency, vendor, category }: Question): AskedReport => ({
  report,
  ...period,
  currency,
  vendor,
  category,
});
