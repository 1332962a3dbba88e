import { z } from 'zod';
import { CurrencyCode, Day } from '../domain/invoice.ts';
import type { Question } from '../engine/report.ts';
import type { Task } from '../ports/queue.ts';

/** Letters of a filter; more than any name has, and few enough for a button to carry. */
export const longestFilter = 200;

/** A question as a button or a task carries it. Whoever presses the button is asked for the permission again. */
export const AskedReport = z.strictObject({
  report: z.string(),
  from: Day,
  to: Day,
  says: z.string().max(60),
  currency: CurrencyCode,
  converted: z.boolean().default(false), // buttons from before there were rates do not say
  vendor: z.string().max(longestFilter).nullable(),
  category: z.string().max(longestFilter).nullable(),
});
export type AskedReport = z.infer<typeof AskedReport>;

/** The question without its day: who presses tomorrow asks tomorrow. */
export const askedReport = (
  report: string,
  { period, currency, converted, vendor, category }: Question,
): AskedReport => ({
  report,
  ...period,
  currency,
  converted,
  vendor,
  category,
});

/** Sends its numbers as a file to that person, by Slack's id. */
export const reportTask = (person: string, asked: AskedReport): Task => ({
  name: 'send-report',
  payload: { person, asked: JSON.stringify(asked) },
});
