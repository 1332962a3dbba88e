import { Fault } from '../domain/fault.ts';
import { allTime, parsePeriod, periodBefore } from '../domain/period.ts';
import type { Choices } from '../domain/reply.ts';
import { menu } from '../engine/interaction.ts';
import type { Question } from '../engine/report.ts';
import { AskedReport } from '../workflows/asked-report.ts';
import { answeredInPlace, questionAsked } from './report-controls.ts';

/** The same question about another period, in its place. What is picked is a period in words, or the one before. */
export const reportPeriod = menu({
  name: 'report-period',
  needs: 'report.read',
  label: 'Other period',
  about: AskedReport,

  async run({ about, picked }, { grant, ports }) {
    const { report, question, native } = questionAsked(about, grant.actor, ports);
    const { period: now, today } = question;
    const period = picked === before ? periodBefore(now) : parsePeriod(picked, today);
    if (!period) throw new Fault('invalid', 'That period is from an older Penny. Ask the question again.');
    const compare = question.compare && period.from !== allTime.from; // before all time there is nothing
    return answeredInPlace(report, { ...question, period, compare }, { withTable: false, native }, ports);
  },
});

const before = 'before';
const usual = ['this month', 'last month', 'this quarter', 'last quarter', 'this year', 'last year', 'last 12 months'];

/** The periods to choose from, each by its name, without the one that is shown. Before all time there is nothing. */
export function otherPeriods({ period: { from, to, says }, today }: Question): Choices {
  const offers = usual.flatMap((words) => {
    const period = parsePeriod(words, today);
    const isShown = period?.from === from && period.to === to;
    return period && !isShown ? [[words, period.says === words ? words : `${words}: ${period.says}`] as const] : [];
  });
  const isAll = from === allTime.from;
  const earlier = [before, `the period before: ${isAll ? '' : periodBefore({ from, to, says }).says}`] as const;
  const options = [...(isAll ? [] : [earlier]), ...offers, ...(isAll ? [] : [[allTime.says, allTime.says] as const])];
  return [
    { options: options.map(([value, label]) => [value, label.charAt(0).toUpperCase() + label.slice(1)] as const) },
  ];
}
