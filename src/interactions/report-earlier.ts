import { periodBefore } from '../domain/period.ts';
import { button } from '../engine/interaction.ts';
import { AskedReport } from '../workflows/asked-report.ts';
import { answeredInPlace, questionAsked } from './report-controls.ts';

/** The same question about the period before, in its place. */
export const reportEarlier = button({
  name: 'report-earlier',
  needs: 'report.read',
  look: { label: 'Period before' },
  value: AskedReport,

  async run(asked, { ports }) {
    const { report, question } = questionAsked(asked, ports);
    return answeredInPlace(report, { ...question, period: periodBefore(question.period) }, false, ports);
  },
});
