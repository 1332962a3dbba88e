import { job } from '../engine/job.ts';
import { filed } from '../engine/report.ts';
import { reports } from '../reports/all.ts';
import { questionOf, WantedReport } from '../workflows/report-file.ts';

/** Sends the numbers of a report as a CSV to the person who asked, in their messages with Penny; where there are none (any more), that sentence. */
export const sendReport = job({
  name: 'send-report',
  payload: WantedReport,
  attempts: 4,
  timeoutSeconds: 120,
  concurrency: 2,

  async run(wanted, { rows, writeTable, workspace }) {
    const { person, report: name, says } = wanted;
    const report = reports.find((one) => one.name === name);
    if (!report) throw new Error(`there is no report ${name}`);
    const { table, title } = await report.answer(questionOf(wanted), rows);
    const channel = await workspace.directMessages(person);
    if (table === null) {
      const none = `There are no numbers for a file. ${title}`;
      await workspace.post(channel, null, { summary: none, parts: [{ part: 'text', text: none }] }, deliveryOf(wanted));
      return;
    }
    const { columns, rows: lines } = filed(table);
    const content = writeTable('csv', columns, oneByOne(lines));
    await workspace.attach(channel, null, { name: `spend ${name} ${says}.csv`, says: title, content });
  },

  async gaveUp(wanted, { workspace }) {
    const { person, report } = wanted;
    const channel = await workspace.directMessages(person);
    const problem = `The numbers of /spend ${report} could not be written after several tries. Ask again; an admin finds the cause in the log.`;
    await workspace.post(
      channel,
      null,
      { summary: problem, parts: [{ part: 'text', text: problem }] },
      deliveryOf(wanted),
    );
  },
});

const deliveryOf = ({ person, report }: WantedReport): string => `report:${report}:${person}`;

async function* oneByOne<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
