import { expect, test } from 'vitest';
import { catchUp } from '../../src/jobs/catch-up.ts';
import { testDesk } from '../support/chat.ts';
import { smallWorkspace } from '../support/workspace.ts';

test('files whose event never came are read all the same; those heard of are left alone', async () => {
  const file = { name: 'a.pdf', bytes: new Uint8Array() };
  const slack = smallWorkspace({ F1: file, F2: file });
  const desk = await testDesk({ workspace: slack.workspace });
  await desk.happens('file-shared', { file: 'F1', channel: 'CIN' }, 'cleo');
  for (let i = 0; i < 2; i += 1) await catchUp.run({}, desk.ports, new AbortController().signal);

  const shares = await desk.database.query<{ slack_file: string }>({
    text: 'select slack_file from document_share order by id',
    values: [],
  });
  const asked = await desk.database.query({
    text: "select from audit_log where call like 'catch-up:%' and kind = 'asked'",
    values: [],
  });
  expect(shares.map(({ slack_file }) => slack_file)).toEqual(['F1', 'F2']);
  expect(asked).toHaveLength(1);
});
