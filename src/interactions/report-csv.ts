import { say } from '../domain/reply.ts';
import { button } from '../engine/interaction.ts';
import { AskedReport, reportTask } from '../workflows/asked-report.ts';
import { questionAsked } from './report-controls.ts';

/** The numbers of the answer as a file, in the person’s own messages with Penny. */
export const reportCsv = button({
  name: 'report-csv',
  needs: 'report.read',
  look: { label: 'CSV' },
  value: AskedReport,

  async run(asked, { call, grant, ports }) {
    questionAsked(asked, grant.actor, ports); // refuses one that there is no more
    await ports.store.transaction(({ queue }) => queue.send(reportTask(call.by, asked)));
    return say('The numbers come as a file in our direct messages.');
  },
});
