import { expect, test } from 'vitest';
import { control, form, read, testDesk } from '../support/chat.ts';
import { readPapers } from '../support/read-papers.ts';

const desk = await testDesk();
const papers = await readPapers(desk);
const offer = (await papers.earns()).at(-1) ?? { kind: 'quiet' as const };
const opened = form(await desk.press(control(offer, 'Another amount'), 'ben'));
const saves = async (under: string, as: 'ben' | 'cleo' = 'ben', carries = opened.carries) =>
  read(await desk.submit({ ...opened, carries }, { under }, as));

test.each([
  ['a lot', /^under: Write the amount in figures/],
  ['-5', /^under: Write the amount in figures/],
  ['0,00', /^under: Give an amount above nothing/],
  ['1.234', /^under: EUR has 2 decimal places/],
])('%s is sent back with a sentence', async (under, says) => {
  expect(await saves(under)).toMatch(says);
});

test.each(['', '{}', '{"invoice":"1","currency":"no"}'])('a form that carries %s is refused', async (carries) => {
  expect(await saves('400', 'ben', carries)).toMatch(/older Penny/);
});

test('saved by who may: under that amount invoices confirm themselves', async () => {
  expect(await saves('300,02', 'cleo')).toMatch(/Your role does not let you/);
  expect(await saves('300,02')).toMatch(/^Invoices of Leith Water under €300\.02 confirm themselves/);

  expect((await papers.arrives({ total: 30_001n })).state).toBe('confirmed');
  expect((await papers.arrives({ total: 30_002n })).state).toBe('booked');
});
