import { z } from 'zod';
import { CurrencyCode, Day } from '../domain/invoice.ts';
import type { Control, Reply } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import type { Question, Report } from '../engine/report.ts';
import { answerReport, type How } from './answer-report.ts';

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

/** The answer to the person alone, with what can be asked next; or to the channel, where it stands for itself. */
export async function replyTo(
  report: Report,
  question: Question,
  { controls, ...how }: How & { readonly controls: (asked: AskedReport) => readonly Control[] },
  ports: Pick<Ports, 'rows' | 'charts'>,
): Promise<Extract<Reply, { readonly kind: 'say' }>> {
  const saying = await answerReport(report, question, how, ports);
  if (how.sharedBy) return { kind: 'say', to: 'channel', saying };
  const { period, currency, vendor, category } = question;
  const next = controls({ report: report.name, ...period, currency, vendor, category });
  return {
    kind: 'say',
    to: 'person',
    saying: { ...saying, parts: [...saying.parts, { part: 'controls', controls: next }] },
  };
}
