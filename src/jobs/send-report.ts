import { z } from 'zod';
import { job } from '../engine/job.ts';
import { filed } from '../engine/report.ts';
import { questionAsked } from '../interactions/report-controls.ts';
import { AskedReport } from '../workflows/asked-report.ts';

/** Sends the numbers of a report as a CSV to the person who asked, in their messages with Penny; where there are none (any more), that sentence. */
export const sendReport = job({
  name: 'send-report',
  payload: z.object({ person: z.string(), asked: z.string() }),
  attempts: 4,
  timeoutSeconds: 120,
  concurrency: 2,

  async run({ person, asked }, ports) {
    const { rows, store, writeTable, workspace } = ports;
    const reader = await store.directory.actor(person);
    const { report, question } = questionAsked(AskedReport.parse(JSON.parse(asked)), reader ?? { zone: 'UTC' }, ports);
    const { table, title } = await report.answer(question, rows);
    const channel = await workspace.directMessages(person);
    if (table === null) {
      const none = `There are no numbers for a file. ${title}`;
      await workspace.post(channel, null, { summary: none, parts: [{ part: 'text', text: none }] }, deliveryOf(asked));
      return;
    }
    const { columns, rows: lines } = filed(table);
    const content = writeTable('csv', columns, oneByOne(lines));
    const name = `spend ${report.name} ${question.period.says}.csv`;
    await workspace.attach(channel, null, { name, says: title, content });
  },

  async gaveUp({ person, asked }, { workspace }) {
    const { report } = AskedReport.parse(JSON.parse(asked));
    const channel = await workspace.directMessages(person);
    const problem = `The numbers of /spend ${report} could not be written after several tries. Ask again; an admin finds the cause in the log.`;
    const saying = { summary: problem, parts: [{ part: 'text', text: problem }] } as const;
    await workspace.post(channel, null, saying, deliveryOf(asked));
  },
});

const deliveryOf = (asked: string): string => `report:${asked}`;

async function* oneByOne<Row>(rows: readonly Row[]): AsyncGenerator<Row> {
  yield* rows;
}
