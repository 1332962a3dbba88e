import { expect, test } from 'vitest';
import { answeringDesk } from '../support/answers.ts';
import { control, read } from '../support/chat.ts';

const { desk } = await answeringDesk();
const says = (text: string, as: 'ada' | 'ben' | 'cleo' | 'noor' = 'ben') =>
  desk.happens('asked-in-words', { text }, as);

test('a question as one asks a colleague is answered as its command is', async () => {
  const question = read(await says('What did we spend on blue paper this month?'));
  expect(question).toMatch(/^€300\.00 spent in March 2026, vendor “blue paper”/);
  expect(question).toBe(read(await desk.chat('/spend this month vendor:"blue paper"', 'ben')));
  expect(read(await says('who got the most money in february'))).toMatch(/All €500\.00 went to Blue Paper/);
  expect(read(await says('vendors 2026-03 top 1'))).toMatch(/^Nordlicht/);
});

test('an invoice by its number, and what waits', async () => {
  expect(read(await says('#1'))).toMatch(/Nordlicht/);
  expect(read(await says('show 2', 'cleo'))).toMatch(/There is no invoice #2 that you may see/);
  expect(read(await says('what waits for me?'))).toMatch(/Nothing waits/);
});

test('what fits nothing is answered with the three nearest commands, which can be pressed', async () => {
  for (const text of ['hello', 'the printer is broken', 'what did we spend on unicorns?', 'spend top 900']) {
    const reply = await says(text);
    expect(read(reply)).toMatch(/Did you mean one of these\?.*\n(?:\[.+\] ?){3}$/);
  }
  const found = await desk.press(
    control(await says('nordlicht energy papers!'), 'Find invoices: nordlicht energy papers'),
    'ben',
  );
  expect(found).toMatchObject({ replaces: true });
  const pressed = await desk.press(control(await says('who gets money'), 'Who gets most of the money?'), 'ben');
  expect(read(pressed)).toMatch(/is the largest of 2 vendors/);
});

test('names are looked for, never run', async () => {
  expect(read(await says(`what did we spend on "x'; drop table invoice; --"`))).toMatch(/Did you mean/);
  expect(read(await says('what did we spend on blue paper last month'))).toMatch(/€500\.00/);
});

test('an operator hears what is theirs to do, a stranger whom to ask', async () => {
  expect(read(await says('what did we spend?', 'cleo'))).toMatch(/Share an invoice here/);
  expect(read(await says('what did we spend?', 'noor'))).toMatch(/Ask an admin/);
});
