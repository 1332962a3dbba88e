import { z } from 'zod';
import type { Question } from '../engine/report.ts';
import type { Task } from '../ports/queue.ts';

/** A report somebody wants as a file, as the queue carries it: words alone; no filter is an empty one. */
export const WantedReport = z.object({
  person: z.string(),
  report: z.string(),
  from: z.string(),
  to: z.string(),
  says: z.string(),
  currency: z.string(),
  vendor: z.string(),
  category: z.string(),
  today: z.string(),
});
export type WantedReport = z.infer<typeof WantedReport>;

export function reportTask(person: string, report: string, question: Question): Task & { payload: WantedReport } {
  const { period, vendor, category, ...rest } = question;
  const payload = { person, report, ...period, ...rest, vendor: vendor ?? '', category: category ?? '' };
  return { name: 'send-report', payload };
}

export const questionOf = ({ from, to, says, currency, vendor, category, today }: WantedReport): Question => ({
  period: { from, to, says },
  currency,
  vendor: vendor || null,
  category: category || null,
  today,
});
