import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import type { Saying } from '../../../src/domain/reply.ts';
import { command } from '../../../src/engine/command.ts';
import { button, happening } from '../../../src/engine/interaction.ts';
import type { Message, Snapshot } from '../../../src/sandbox/page-api.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type DeskOptions, type Opened, openDesk } from './desk.ts';

const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

const redraw = button({
  name: 'redraw',
  needs: 'report.read',
  look: { label: 'Redraw' },
  value: z.object({}),
  run: async () => ({ kind: 'say', to: 'person', replaces: true, saying: chart('Drawn again') }),
});

const chart = (text: string): Saying => ({
  summary: text,
  parts: [
    { part: 'text', text },
    { part: 'kpis', kpis: [{ label: 'Spend', value: '1 €' }] },
    { part: 'picture', picture: { png, alt: 'Spend rose', name: 'trend' } },
    { part: 'controls', controls: [redraw.draw({})] },
  ],
});

const home = happening({
  name: 'home-opened',
  origin: 'home',
  needs: 'desk.read',
  given: z.unknown(),
  run: async () => ({ kind: 'say', to: 'person', saying: chart('At home') }),
});

const spend = command({
  name: '/spend',
  says: 'Show a chart',
  usage: '[--share]',
  examples: ['/spend'],
  needs: 'report.read',
  args: z.strictObject({ share: z.literal(true).optional() }),
  positional: [],
  flags: ['share'],
  run: async ({ share }) => ({ kind: 'say', to: share ? 'channel' : 'person', saying: chart('Here is the trend') }),
});

let opened: Opened | null = null;
const open = async (options: DeskOptions = {}) =>
  (opened = await openDesk({ commands: [spend], interactions: [redraw, home], ...options }));
afterEach(async () => {
  await opened?.close();
  opened = null;
});

const found =
  (text: string, where: string) =>
  (seen: Snapshot): Message | undefined =>
    seen.messages[where]?.find(
      (message) => JSON.stringify(message.blocks).includes(text) || message.text.includes(text),
    );
const kinds = ({ blocks }: Message) => blocks.map(({ type }) => type);

test('a picture stands in the private answer as soon as Slack knows it, and is uploaded once', async () => {
  const { sandbox, lines } = await open({ sandbox: { fileProcessingMs: 700 } });
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'finance');

  const message = await ben.waitsFor(found('Here is the trend', 'C0FINANCE1'));
  expect(message.ephemeral).toBe(true);
  expect(kinds(message)).toEqual(['rich_text', 'carousel', 'image', 'actions']);
  expect(message.blocks[2]).toMatchObject({ alt_text: 'Spend rose', slack_file: { id: expect.stringMatching(/^F/) } });
  const calls = sandbox.journal.flatMap((entry) => (entry.kind === 'call' ? [entry.method] : []));
  expect(calls.filter((method) => method === 'files.completeUploadExternal')).toHaveLength(1);
  expect(calls.filter((method) => method === 'chat.postEphemeral').length).toBeGreaterThan(1);
  expect(lines.filter(({ level }) => level === 'warn' || level === 'error')).toEqual([]);
});

test('a picture that Slack never accepts comes as a file, the rest at once in words', async () => {
  const { sandbox } = await open({ sandbox: { fileProcessingMs: 2_500 }, pictureWithin: 600 });
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'finance');

  const message = await ben.waitsFor(found('Here is the trend', 'C0FINANCE1'));
  expect(kinds(message)).toEqual(['rich_text', 'carousel', 'context', 'actions']);
  await ben.waitsFor(({ messages }) => messages.D0BENLINDQ?.find(({ files }) => files[0]?.name === 'trend.png'));
});

test('a picture that cannot be uploaded is told in words', async () => {
  const { sandbox, lines } = await open();
  sandbox.faults.next('files.getUploadURLExternal', { kind: 'status', status: 500 });
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'finance');

  expect(JSON.stringify(await ben.waitsFor(found('Here is the trend', 'C0FINANCE1')))).toContain('Spend rose');
  expect(lines.some(({ sentence }) => sentence === 'a picture could not be uploaded')).toBe(true);
});

test('where Penny is no member, the picture comes as a direct message and a sentence says so', async () => {
  const { sandbox } = await open();
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'general');

  expect(kinds(await ben.waitsFor(found('Here is the trend', 'D0BENLINDQ')))).toContain('image');
  expect((await ben.waitsFor(found('not in this channel', 'C0GENERAL1'))).ephemeral).toBe(true);
  const uploads = sandbox.journal.filter(
    (entry) => entry.kind === 'call' && entry.method === 'files.completeUploadExternal',
  );
  expect(uploads).toHaveLength(1);
});

test('shared with a channel, everyone sees it; where Penny is no member, the way to invite it', async () => {
  const { sandbox } = await open();
  const ben = sandbox.as('ben');

  await ben.types('/spend --share', 'finance');
  expect((await sandbox.as('ada').waitsFor(found('Here is the trend', 'C0FINANCE1'))).ephemeral).toBe(false);

  await ben.types('/spend --share', 'general');
  await ben.waitsFor(found('Invite it', 'C0GENERAL1'));
});

test('in the direct messages with Penny the answer stays', async () => {
  const { sandbox } = await open();
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'D0BENLINDQ');

  expect((await ben.waitsFor(found('Here is the trend', 'D0BENLINDQ'))).ephemeral).toBe(false);
});

test('a picture in place of a private one: the old goes, the new comes', async () => {
  const { sandbox } = await open();
  const ben = sandbox.as('ben');
  await ben.types('/spend', 'finance');
  await ben.waitsFor(found('Here is the trend', 'C0FINANCE1'));

  await ben.presses('Redraw');

  expect(kinds(await ben.waitsFor(found('Drawn again', 'C0FINANCE1')))).toContain('image');
  expect(found('Here is the trend', 'C0FINANCE1')(ben.sees())).toBeUndefined();
});

test('a picture in place of a public one', async () => {
  const { sandbox } = await open();
  const ben = sandbox.as('ben');
  await ben.types('/spend --share', 'finance');
  const { ts } = await ben.waitsFor(found('Here is the trend', 'C0FINANCE1'));

  await ben.presses('Redraw', { channel: 'finance', ts });

  expect(await ben.waitsFor(found('Drawn again', 'C0FINANCE1'))).toMatchObject({ ts });
});

test('a picture in the App Home, once Slack knows it', async () => {
  const { sandbox } = await open({ sandbox: { fileProcessingMs: 300 } });
  const ben = sandbox.as('ben');

  await ben.opensHome();

  await ben.waitsFor(({ home: view }) => view?.blocks.some(({ type }) => type === 'image'));
});

const refusing =
  (times: number) =>
  ({ faults }: Sandbox) =>
    faults.next('chat.postEphemeral', { kind: 'error', error: 'invalid_blocks' }, times);

test('blocks that Slack refuses: the same in a simpler look, picture and all', async () => {
  const { sandbox, lines } = await open({ before: refusing(1) });
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'finance');

  const message = await ben.waitsFor(found('Here is the trend', 'C0FINANCE1'));
  expect(kinds(message)).toEqual(['rich_text', 'section', 'image', 'actions']);
  expect(lines.find(({ level }) => level === 'error')?.sentence).toContain('refuses blocks');
});

test('refused again: without the picture, which comes as a file', async () => {
  const { sandbox } = await open({ before: refusing(2) });
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'finance');

  expect(kinds(await ben.waitsFor(found('Here is the trend', 'C0FINANCE1')))).toEqual([
    'rich_text',
    'section',
    'context',
    'actions',
  ]);
  await ben.waitsFor(({ messages }) => messages.D0BENLINDQ?.find(({ files }) => files[0]?.name === 'trend.png'));
});

test('refused whatever it looks like: the answer comes in words', async () => {
  const { sandbox } = await open({ before: refusing(3) });
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'finance');

  expect((await ben.waitsFor(found('Here is the trend', 'C0FINANCE1'))).blocks).toEqual([]);
});

test('an answer that Slack does not take at all: logged with the call, and the person told', async () => {
  const { sandbox, lines } = await open();
  sandbox.faults.next('chat.postEphemeral', { kind: 'status', status: 500 });
  const ben = sandbox.as('ben');

  await ben.types('/spend', 'finance');

  await ben.waitsFor(found('did not take it', 'C0FINANCE1'));
  expect(lines.find(({ sentence }) => sentence === 'a reply could not be delivered')?.data).toHaveProperty('call');
});
