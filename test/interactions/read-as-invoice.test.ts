import { expect, test } from 'vitest';
import { read, testDesk } from '../support/chat.ts';

test('reads the files of a message, in whatever channel', async () => {
  const desk = await testDesk();
  const shares = () => desk.database.query({ text: "select from document_share where channel = 'COLD'", values: [] });

  expect(
    read(await desk.happens('read-as-invoice', { channel: 'COLD', ts: '1.0', files: ['F1', 'F2'] }, 'cleo')),
  ).toMatch(/Reading 2 files/);
  expect(await shares()).toHaveLength(2);
  expect(read(await desk.happens('read-as-invoice', { channel: 'COLD', ts: '1.0', files: [] }, 'cleo'))).toMatch(
    /There is no file in this message/,
  );
  expect(read(await desk.happens('read-as-invoice', { channel: 'COLD', ts: '1.0', files: ['F3'] }, 'noor'))).toMatch(
    /Ask an admin/,
  );
  expect(await shares()).toHaveLength(2);
});
