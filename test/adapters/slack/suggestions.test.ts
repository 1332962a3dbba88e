import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { say } from '../../../src/domain/reply.ts';
import { command } from '../../../src/engine/command.ts';
import { modal } from '../../../src/engine/interaction.ts';
import { suggestion } from '../../../src/engine/suggestion.ts';
import { type Opened, openDesk } from './desk.ts';

let stuck: PromiseWithResolvers<void> | null = null;

const vendors = suggestion({
  name: 'suggest-things',
  of: 'vendors',
  needs: 'invoice.add',
  async offer(typed) {
    await stuck?.promise;
    if (typed === 'bad') throw new Error('the database has a bad day');
    return [
      ['#12', `${typed} ${'x'.repeat(100)}`],
      [typed, `“${typed}” (new)`],
    ];
  },
});

const whose = modal({
  name: 'whose',
  needs: 'invoice.add',
  title: 'Whose',
  submitLabel: 'Save',
  given: z.object({ vendor: z.string(), category: z.string().optional() }),
  run: async (given) => say(`Got ${JSON.stringify(given)}.`),
});

const ask = command({
  name: '/invoice add',
  says: 'Ask whose it is',
  usage: '',
  examples: ['/invoice add'],
  needs: 'invoice.add',
  args: z.strictObject({}),
  positional: [],
  run: async () => ({
    kind: 'form',
    form: whose.draw([
      { ask: 'suggest', of: 'vendors', name: 'vendor', label: 'Vendor', initial: 'As read' },
      { ask: 'suggest', of: 'categories', name: 'category', label: 'Category', optional: true },
    ]),
  }),
});

let opened: Opened;
beforeAll(async () => {
  opened = await openDesk({ commands: [ask], interactions: [whose], suggestions: [vendors] });
});
afterAll(() => opened.close());

test('what is typed is looked up as the person who types, cut as Slack wants it, and what is picked comes back', async () => {
  const cleo = opened.sandbox.as('cleo');
  await cleo.types('/invoice add', 'invoices');
  await cleo.waitsFor(({ modals }) => modals[0]);
  const before = opened.small.asked.length;

  const [first = '', second] = await cleo.looksUp('Vendor', ' Acme ');
  expect(first).toMatch(/^Acme x+…$/);
  expect(first).toHaveLength(75);
  expect(second).toBe('“Acme” (new)');
  expect(opened.small.asked).toHaveLength(before); // nothing of it is on record

  await cleo.submits({ Vendor: first });
  await cleo.waitsFor(({ messages }) => messages.C0INVOICES?.find(({ text }) => text.includes('{"vendor":"#12"}')));
});

test('what was there is submitted untouched', async () => {
  const cleo = opened.sandbox.as('cleo');
  await cleo.types('/invoice add', 'invoices');
  await cleo.waitsFor(({ modals }) => modals[0]);

  await cleo.submits();

  await cleo.waitsFor(({ messages }) => messages.C0INVOICES?.find(({ text }) => text.includes('{"vendor":"As read"}')));
});

test('no role any more, a list that nobody fills, and a failure: nothing is offered', async () => {
  const ben = opened.sandbox.as('ben');
  await ben.types('/invoice add', 'finance');
  await ben.waitsFor(({ modals }) => modals[0]);

  expect(await ben.looksUp('Category', 'x')).toEqual([]);
  expect(await ben.looksUp('Vendor', 'bad')).toEqual([]);
  expect(opened.lines).toContainEqual(
    expect.objectContaining({ level: 'warn', sentence: expect.stringContaining('could be offered') }),
  );
  opened.small.unseat('U0BENLINDQ');
  expect(await ben.looksUp('Vendor', 'Acme')).toEqual([]);
  await ben.closes();
});

test('an answer that takes too long is none, in time for Slack', async () => {
  const cleo = opened.sandbox.as('cleo');
  await cleo.types('/invoice add', 'invoices');
  await cleo.waitsFor(({ modals }) => modals[0]);
  stuck = Promise.withResolvers();
  const begun = Date.now();

  expect(await cleo.looksUp('Vendor', 'Acme')).toEqual([]);

  expect(Date.now() - begun).toBeLessThan(3_000);
  stuck.resolve();
});
