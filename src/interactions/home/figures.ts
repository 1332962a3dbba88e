import type { Actor } from '../../domain/access.ts';
import { dayOf } from '../../domain/calendar.ts';
import { parsePeriod } from '../../domain/period.ts';
import type { Ports } from '../../engine/ports.ts';
import { type Question, type Report, unnarrowed } from '../../engine/report.ts';
import { overview } from '../../reports/overview.ts';
import { keyFigures } from '../../workflows/answer-report.ts';
import { figuresPicture } from '../../workflows/figures-picture.ts';
import { askReport } from '../ask-report.ts';
import { heading, section } from './section.ts';

/** The key figures of this month, and the picture of the months before it. */
export const figures = section('report.read', async ({ actor }, ports) => {
  const asked = await figuresOf(actor, ports);
  const { title, note } = asked.finding;
  const ask = (label: string, words: string) => ({ ...askReport.draw({ words }), label });
  return [
    heading('This month'),
    { part: 'text', text: [{ bold: title }] },
    ...keyFigures(asked.finding),
    ...(actor.slackUser === null ? [] : await figuresPicture(asked, actor.slackUser, ports)),
    ...(note ? [{ part: 'note', text: note } as const] : []),
    { part: 'controls', controls: [ask('Vendors', 'vendors'), ask('Categories', 'categories')] },
  ];
});

/** What the figures say to this person today. */
export async function figuresOf({ zone }: Pick<Actor, 'zone'>, { rows, clock, settings }: Ports) {
  const question = homeQuestion(overview, dayOf(clock.now(), zone), settings.reportingCurrency);
  return { report: overview, question, finding: await overview.answer(question, rows) };
}

/** As a Home asks: about the usual period, in the currency of the house. */
export function homeQuestion({ name, usually }: Report, today: string, currency: string): Question {
  const period = parsePeriod(usually, today);
  if (period === null) throw new Error(`the usual period of ${name} is none`);
  return { period, currency, today, ...unnarrowed };
}
