import { button } from '../engine/interaction.ts';
import { AskedReport, replyTo } from '../workflows/asked-report.ts';
import { questionAsked, reportControls } from './report-controls.ts';

/** The same answer with its numbers as a table, in its place. */
export const reportTable = button({
  name: 'report-table',
  needs: 'report.read',
  look: { label: 'Table' },
  value: AskedReport,

  async run(asked, { ports }) {
    const { report, question } = questionAsked(asked, ports);
    const how = { withTable: true, withFile: false, sharedBy: null, controls: reportControls };
    return { ...(await replyTo(report, question, how, ports)), replaces: true };
  },
});
