import { periodBefore } from '../domain/period.ts';
import { button } from '../engine/interaction.ts';
import { AskedReport, replyTo } from '../workflows/asked-report.ts';
import { questionAsked, reportControls } from './report-controls.ts';

/** The same question about the period before, in its place. */
export const reportEarlier = button({
  name: 'report-earlier',
  needs: 'report.read',
  look: { label: 'Period before' },
  value: AskedReport,

  async run(asked, { ports }) {
    const { report, question } = questionAsked(asked, ports);
    const how = { withTable: false, withFile: false, sharedBy: null, controls: reportControls };
    const period = periodBefore(question.period);
    return { ...(await replyTo(report, { ...question, period }, how, ports)), replaces: true };
  },
});
