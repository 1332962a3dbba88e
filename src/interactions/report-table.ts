import { button } from '../engine/interaction.ts';
import { AskedReport } from '../workflows/asked-report.ts';
import { answeredInPlace, questionAsked } from './report-controls.ts';

/** The same answer with its numbers as a table, in its place. */
export const reportTable = button({
  name: 'report-table',
  needs: 'report.read',
  look: { label: 'Table' },
  value: AskedReport,

  async run(asked, { grant, ports }) {
    const { report, question, native } = questionAsked(asked, grant.actor, ports);
    return answeredInPlace(report, question, { withTable: true, native }, ports);
  },
});
