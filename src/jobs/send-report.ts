import { job } from '../engine/job.ts';
import { filed } from '../engine/report.ts';
import { reports } from '../reports/all.ts';
import { questionOf, WantedReport } from '../workflows/report-file.ts';

/** Sends the numbers of a report as a CSV to the person who asked, in their messages with Penny. Sends nothing where there are none. */
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
    if (table === null) return;
    const { columns, rows: lines } = filed(table);
    const channel = await workspace.directMessages(person);
    const content = writeTable('csv', columns, oneByOne(lines));
    await workspace.attach(channel, null, { name: `spend ${name} ${says}.csv`, says: title, content });
  },

  async gaveUp({ person, report }, { workspace }) {
    const channel = await workspace.directMessages(person);
    const problem = `The numbers of /spend ${report} could not be written after several tries. Ask again; an admin finds the cause in the log.`;
    await workspace.post(
      channel,
      null,
      { summary: problem, parts: [{ part: 'text', text: problem }] },
      `report:${report}:${person}`,
    );
  },
});

async function* oneByOne<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
