import { z } from 'zod';
import { CurrencyCode, Day } from '../domain/invoice.ts';
import { longestFilter, type Question } from '../engine/report.ts';
import type { Task } from '../ports/queue.ts';

const Filter = z.string().max(longestFilter).nullable().default(null);

/** A question as a button, a menu or a task carries it; `native` where charts were asked of Slack. Whoever presses the button is asked for the permission again. */
export const AskedReport = z.strictObject({
  report: z.string(),
  from: Day,
  to: Day,
  says: z.string().max(60),
  currency: CurrencyCode,
  vendor: Filter,
  category: Filter,
  top: z.int().positive().nullable().default(null),
  compare: z.boolean().default(false),
  converted: z.boolean().default(false),
  native: z.boolean().default(false),
});
export type AskedReport = z.infer<typeof AskedReport>;

/** The question without its day: who presses tomorrow asks tomorrow. What it does not name is left out, since a menu has little room. */
export const askedReport = (
  report: string,
  { period, currency, vendor, category, top, compare, converted }: Question,
  native = false,
): z.input<typeof AskedReport> => ({
  report,
  ...period,
  currency,
  ...(vendor !== null && { vendor }),
  ...(category !== null && { category }),
  ...(top !== null && { top }),
  ...(compare && { compare }),
  ...(converted && { converted }),
  ...(native && { native }),
});

/** Sends its numbers as a file to that person, by Slack's id. */
export const reportTask = (person: string, asked: z.input<typeof AskedReport>): Task => ({
  name: 'send-report',
  payload: { person, asked: JSON.stringify(asked) },
});
