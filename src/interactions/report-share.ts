import { button } from '../engine/interaction.ts';
import { shareReport } from '../workflows/answer-report.ts';
import { AskedReport } from '../workflows/asked-report.ts';
import { questionAsked } from './report-controls.ts';

/** The answer once more, for everybody in the channel, with the name of who shared it. */
export const reportShare = button({
  name: 'report-share',
  needs: 'report.read',
  look: { label: 'Share' },
  value: AskedReport,

  async run(asked, { grant, ports }) {
    const { report, question, native } = questionAsked(asked, grant.actor, ports);
    return shareReport(report, question, { withTable: false, native, sharedBy: grant.actor }, ports);
  },
});
