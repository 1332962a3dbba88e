import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { slackDesk } from '../../../src/adapters/slack/slack.ts';
import { say } from '../../../src/domain/reply.ts';
import { command } from '../../../src/engine/command.ts';
import { modal } from '../../../src/engine/interaction.ts';
import type { Ports } from '../../../src/engine/ports.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type DeskOptions, type Opened, openDesk, readableLog } from './desk.ts';

let release: () => void = () => undefined;
const slow = command({
  name: '/penny wait',
  says: 'Wait for a sign',
  usage: '',
  examples: ['/penny wait'],
  needs: 'desk.read',
  args: z.strictObject({}),
  positional: [],
  run: () =>
    new Promise((resolve) => {
      release = () => resolve(say('Here after all'));
    }),
});

let formIsHandled = false;
const form = modal({
  name: 'word-form',
  needs: 'invoice.add',
  title: 'Word',
  submitLabel: 'Go',
  given: z.object({ word: z.string() }),
  run: () =>
    new Promise((resolve) => {
      formIsHandled = true;
      release = () => resolve({ kind: 'mend', errors: { word: 'Too short.' } });
    }),
});
const openForm = command({
  name: '/invoice add',
  says: 'Open the form',
  usage: '',
  examples: ['/invoice add'],
  needs: 'invoice.add',
  args: z.strictObject({}),
  positional: [],
  run: async () => ({ kind: 'form', form: form.draw([{ ask: 'words', name: 'word', label: 'Word' }]) }),
});

let opened: Opened | null = null;
const open = async (options: DeskOptions = {}) => (opened = await openDesk({ commands: [slow], ...options }));
afterEach(async () => {
  release();
  await opened?.close();
  opened = null;
});

const calls = ({ journal }: Sandbox, method: string) =>
  journal.filter((entry) => entry.kind === 'call' && entry.method === method);

const linesOpened = ({ lines }: Opened) => lines.filter(({ sentence }) => sentence === 'connected to Slack').length;

async function until(look: () => boolean): Promise<void> {
  const end = Date.now() + 8_000;
  while (!look()) {
    if (Date.now() > end) throw new Error('It never came to be.');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('a start that Slack does not answer is tried again until it does', async () => {
  const { sandbox, desk, lines } = await open({
    before: ({ faults }) => faults.next('auth.test', { kind: 'status', status: 500 }, 4),
  });

  expect(desk.connected()).toBe(true);
  expect(calls(sandbox, 'auth.test')).toHaveLength(5);
  expect(lines.some(({ sentence }) => sentence.includes('asking again'))).toBe(true);
  await sandbox.as('ben').types('/penny wait', 'finance');
  release();
  await sandbox
    .as('ben')
    .waitsFor(({ messages }) => messages.C0FINANCE1?.some(({ text }) => text === 'Here after all'));
});

test.each([
  [{ botToken: 'xoxb-wrong' }, 'SLACK_BOT_TOKEN'],
  [{ appToken: 'xapp-wrong' }, 'SLACK_APP_TOKEN'],
])('a token that Slack refuses ends the start with a sentence: %j', async (wrong, says) => {
  const { sandbox, temp } = await open();
  const { log } = readableLog();
  const desk = slackDesk({
    botToken: sandbox.botToken,
    appToken: sandbox.appToken,
    apiUrl: sandbox.apiUrl,
    fileHosts: [],
    commands: [],
    interactions: [],
    suggestions: [],
    log,
    mostBytes: () => 1,
    temp,
    ...wrong,
  });

  await expect(desk.start({} as Ports)).rejects.toThrow(says);

  await desk.stop();
});

test('scopes that are missing are named at the start', async () => {
  const { lines } = await open({ sandbox: { workspace: { scopes: ['commands', 'chat:write'] } } });

  expect(lines.find(({ sentence }) => sentence.includes('lacks scopes'))?.data).toMatchObject({
    missing: [
      'files:read',
      'files:write',
      'reactions:write',
      'users:read',
      'im:history',
      'app_mentions:read',
      'im:write',
      'channels:read',
      'groups:read',
    ],
  });
});

test('lines that Slack renews or that are cut are opened again', async () => {
  const desk = await open();
  const { sandbox } = desk;
  await until(() => linesOpened(desk) === 2);

  sandbox.faults.refreshSockets();
  await until(() => linesOpened(desk) === 4);

  sandbox.faults.dropSockets();
  await until(() => linesOpened(desk) === 6);

  expect(await sandbox.as('ben').types('/penny wait', 'finance')).toEqual({ ok: true });
});

test('Slack that is away for a while is asked again and again', async () => {
  const desk = await open();
  await until(() => linesOpened(desk) === 2);

  desk.sandbox.faults.next('apps.connections.open', { kind: 'status', status: 503 }, 3);
  desk.sandbox.faults.dropSockets();
  await until(() => !desk.desk.connected());

  await until(() => linesOpened(desk) === 4);
  expect(desk.desk.connected()).toBe(true);
});

test('a stop waits for what is being worked on, and its answer arrives', async () => {
  const { sandbox, desk } = await open();
  await sandbox.as('ben').types('/penny wait', 'finance');
  let stopped = false;

  const stopping = desk.stop().then(() => {
    stopped = true;
  });
  await until(() => !desk.connected());
  expect(stopped).toBe(false);
  release();
  await stopping;

  expect(
    sandbox
      .as('ben')
      .sees()
      .messages.C0FINANCE1?.map(({ text }) => text),
  ).toEqual(['Here after all']);
});

test('a stop lets Slack have its answer to a form first', async () => {
  const { sandbox, desk } = await open({ commands: [openForm], interactions: [form] });
  const ben = sandbox.as('ben');
  await ben.types('/invoice add', 'finance');
  await ben.waitsFor(({ modals }) => modals.at(-1));

  const submitting = ben.submits({ Word: 'x' });
  await until(() => formIsHandled);
  const stopping = desk.stop();
  release();

  expect(await submitting).toEqual({ ok: false, error: 'Too short.' });
  expect(ben.sees().modals[0]?.errors).toEqual({ word: 'Too short.' });
  await stopping;
});

test('no secret and no message stands in the log above debug', async () => {
  const { sandbox, lines } = await open();
  await sandbox.as('ben').types('/penny wait', 'finance');
  release();
  await sandbox
    .as('ben')
    .waitsFor(({ messages }) => messages.C0FINANCE1?.some(({ text }) => text === 'Here after all'));

  const written = JSON.stringify(lines.filter(({ level }) => level !== 'debug'));

  expect(written).not.toContain(sandbox.botToken);
  expect(written).not.toContain(sandbox.appToken);
  expect(written).not.toContain('Here after all');
  expect(JSON.stringify(lines)).not.toContain(sandbox.botToken);
  expect(lines.some(({ sentence }) => sentence === 'connected to Slack')).toBe(true);
});
