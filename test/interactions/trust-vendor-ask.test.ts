import { expect, test } from 'vitest';
import { control, form, read, testDesk } from '../support/chat.ts';
import { readPapers } from '../support/read-papers.ts';

const desk = await testDesk();
const papers = await readPapers(desk);

test('another amount is asked for with the offered one filled in', async () => {
  const offer = (await papers.earns()).at(-1) ?? { kind: 'quiet' as const };
  const opened = form(await desk.press(control(offer, 'Another amount'), 'ben'));

  expect(opened.questions).toMatchObject([{ name: 'under', label: 'Under which amount, in EUR', initial: '500.00' }]);
  expect(read(await desk.press(control(offer, 'Another amount'), 'cleo'))).toMatch(/Your role does not let you/);
});

test('a vendor that has not earned it has no amount', async () => {
  const { id } = await papers.arrives({ vendor: 'New Ltd' });
  const value = JSON.stringify({ invoice: String(id) });

  expect(read(await desk.press({ press: 'trust-vendor-ask', label: 'Another amount', value }, 'ben'))).toMatch(
    /has not earned that/,
  );
});
