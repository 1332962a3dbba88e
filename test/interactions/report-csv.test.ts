import { expect, test } from 'vitest';
import { sendReport } from '../../src/jobs/send-report.ts';
import { answeringDesk } from '../support/answers.ts';
import { control, read } from '../support/chat.ts';

const { desk, answer, slack } = await answeringDesk();

test('the numbers come in the messages of whoever presses it', async () => {
  const button = control(await answer('vendors 2026-03 vendor:blue'), 'CSV');
  expect(read(await desk.press(button, 'ada'))).toBe('The numbers come as a file in our direct messages.');
  const [task] = await desk.database.query<{ data: object }>({
    text: "delete from pgboss.job where name = 'send-report' returning data",
    values: [],
  });
  await sendReport.run(task?.data, desk.ports, new AbortController().signal);
  expect(slack.attached.at(-1)).toMatchObject({ channel: 'DUADA' });
  expect(slack.attached.at(-1)?.bytes.toString()).toContain('Blue Paper,300.00,100.0,1');
});
