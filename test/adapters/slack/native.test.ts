import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Saying } from '../../../src/domain/reply.ts';
import { command } from '../../../src/engine/command.ts';
import { button } from '../../../src/engine/interaction.ts';
import type { Message, Snapshot } from '../../../src/sandbox/page-api.ts';
import { type Opened, openDesk } from './desk.ts';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const again = button({
  name: 'again',
  needs: 'report.read',
  look: { label: 'Again' },
  value: z.object({}),
  run: async () => ({ kind: 'say', to: 'person', replaces: true, saying: answer('Drawn again') }),
});

const answer = (text: string): Saying => ({
  summary: text,
  parts: [
    { part: 'heading', text },
    {
      part: 'chart',
      plot: {
        kind: 'bar',
        title: 'Spend by vendor in EUR',
        labels: ['Acme', 'Blue'],
        series: [{ name: '2026', values: [1.5, -2] }],
        unit: 'EUR',
      },
      otherwise: { png, alt: 'Acme is the largest', name: 'vendors' },
    },
    {
      part: 'table',
      caption: 'Vendor, Spend',
      columns: ['Vendor', 'Spend'],
      rows: [
        ['Acme', '€1.50'],
        ['Blue', '€-2.00'],
      ],
      numeric: [1],
      sorts: [
        [null, 1.5],
        [null, -2],
      ],
    },
    { part: 'controls', controls: [again.draw({})] },
  ],
});

const spend = command({
  name: '/spend',
  says: 'Show a chart',
  usage: '[--share]',
  examples: ['/spend'],
  needs: 'report.read',
  args: z.strictObject({ words: z.string().optional(), share: z.literal(true).optional() }),
  positional: ['words'],
  flags: ['share'],
  run: async ({ words = '', share }) => ({ kind: 'say', to: share ? 'channel' : 'person', saying: answer(words) }),
});

let opened: Opened;
beforeAll(async () => {
  opened = await openDesk({ commands: [spend], interactions: [again] });
});
afterAll(() => opened.close());
beforeEach(() => opened.sandbox.faults.clear());

const found =
  (text: string, where = 'C0FINANCE1') =>
  (seen: Snapshot): Message | undefined =>
    seen.messages[where]?.find(({ blocks }) => JSON.stringify(blocks).includes(text));
const kinds = ({ blocks }: Message) => blocks.map(({ type }) => type);
const uploads = () =>
  opened.sandbox.journal.filter((entry) => entry.kind === 'call' && entry.method === 'files.completeUploadExternal')
    .length;

test('Slack draws the chart and sorts the table; nothing is uploaded', async () => {
  const ben = opened.sandbox.as('ben');
  await ben.types('/spend alone', 'finance');

  const message = await ben.waitsFor(found('alone'));
  expect(message.ephemeral).toBe(true);
  expect(kinds(message)).toEqual(['header', 'data_visualization', 'data_table', 'actions']);
  expect(message.blocks[1]).toMatchObject({
    title: 'Spend by vendor in EUR',
    chart: { type: 'bar', axis_config: { categories: ['Acme', 'Blue'], y_label: 'EUR' } },
  });
  expect(message.blocks[2]).toMatchObject({
    caption: 'Vendor, Spend',
    rows: [
      [{ text: 'Vendor' }, { text: 'Spend' }],
      [{ text: 'Acme' }, { type: 'raw_number', value: 1.5, text: '€1.50' }],
      [{}, {}],
    ],
  });
  expect(uploads()).toBe(0);

  await ben.presses('Again', { channel: 'finance', ts: message.ts });
  expect(kinds(await ben.waitsFor(found('Drawn again')))).toContain('data_visualization');
  await ben.types('/spend aloud --share', 'finance');
  expect(await ben.waitsFor(found('aloud'))).toMatchObject({ ephemeral: false });
  expect(uploads()).toBe(0);
});

test('where Slack refuses them, the same comes as a picture and a table to be read', async () => {
  const ben = opened.sandbox.as('ben');
  opened.sandbox.faults.next('chat.postEphemeral', { kind: 'error', error: 'invalid_blocks' });
  await ben.types('/spend refused', 'finance');

  const message = await ben.waitsFor(found('refused'));
  expect(kinds(message)).toEqual(['header', 'image', 'rich_text', 'table', 'actions']);
  expect(message.blocks[1]).toMatchObject({ alt_text: 'Acme is the largest' });
  expect(uploads()).toBe(1);
});

test('refused twice, in the simplest look with its picture', async () => {
  const ben = opened.sandbox.as('ben');
  opened.sandbox.faults.next('chat.postEphemeral', { kind: 'error', error: 'invalid_blocks' }, 2);
  await ben.types('/spend simplest', 'finance');

  expect(kinds(await ben.waitsFor(found('simplest')))).toEqual([
    'header',
    'image',
    'rich_text',
    'rich_text',
    'actions',
  ]);
});

test('where Penny is no member, it comes as a direct message', async () => {
  const ben = opened.sandbox.as('ben');
  await ben.types('/spend elsewhere', 'general');

  expect(kinds(await ben.waitsFor(found('elsewhere', 'D0BENLINDQ')))).toContain('data_visualization');
});
