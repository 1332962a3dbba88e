import { expect, test } from 'vitest';
import { sendReport } from '../../src/jobs/send-report.ts';
import { askedReport, reportTask } from '../../src/workflows/asked-report.ts';
import { testDesk } from '../support/chat.ts';
import { smallWorkspace } from '../support/workspace.ts';

const slack = smallWorkspace();
const desk = await testDesk({ workspace: slack.workspace });
const never = new AbortController().signal;
const question = {
  period: { from: '2019-01-01', to: '2019-12-31', says: '2019' },
  currency: 'EUR',
  converted: false,
  vendor: null,
  category: null,
  today: '2026-03-31',
};

test('where nothing is booked a sentence comes instead of a file; given up, the person is told', async () => {
  const { payload } = reportTask('UBEN', askedReport('trend', question));
  await sendReport.run(payload, desk.ports, never);
  expect(slack.attached).toEqual([]);
  expect(slack.posts.at(-1)).toMatchObject({
    channel: 'DUBEN',
    saying: { summary: expect.stringMatching(/^There are no numbers for a file\. Nothing in EUR in 2019\./) },
  });

  await sendReport.gaveUp?.(payload, desk.ports);
  expect(slack.posts.at(-1)).toMatchObject({
    channel: 'DUBEN',
    saying: { summary: expect.stringMatching(/^The numbers of \/spend trend could not be written/) },
  });
});

test('a report that there is no more is refused, and not tried for ever', async () => {
  const { payload } = reportTask('UBEN', askedReport('horoscope', question));
  await expect(sendReport.run(payload, desk.ports, never)).rejects.toThrow('no report horoscope');
});
