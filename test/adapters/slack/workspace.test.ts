import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Saying } from '../../../src/domain/reply.ts';
import type { Workspace } from '../../../src/ports/workspace.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type Opened, openDesk } from './desk.ts';

let opened: Opened;
let workspace: Workspace;
let sandbox: Sandbox;
beforeAll(async () => {
  opened = await openDesk({ sandbox: { workspace: { scopes: allScopes } } });
  workspace = opened.desk.workspace;
  sandbox = opened.sandbox;
});
beforeEach(() => sandbox.faults.clear());
afterAll(() => opened.close());

const allScopes = [
  'commands',
  'chat:write',
  'files:read',
  'files:write',
  'reactions:write',
  'users:read',
  'im:write',
  'channels:read',
  'groups:read',
  'channels:history',
  'groups:history',
];
const saying = (text: string): Saying => ({ summary: text, parts: [{ part: 'text', text }] });
const bytes = Buffer.from('%PDF-1.4 hello');

async function shared(name = 'invoice.pdf') {
  const result = await sandbox.as('cleo').shares({ name, bytes }, 'invoices');
  if (!result.ok || !result.file) throw new Error('The sandbox did not take the file.');
  return result.file;
}

test('a file: what it is, where it stands, its bytes', async () => {
  const file = await workspace.file(await shared(), 'C0INVOICES');

  expect(file).toMatchObject({ name: 'invoice.pdf', size: bytes.length, sharedBy: 'U0CLEOMARC' });
  expect(file.message).toMatch(/^\d+\.\d+$/);
  expect((await workspace.file(file.id, 'C0FINANCE1')).message).toBeNull();
  expect(await workspace.fetch(file, async ({ size }) => size)).toBe(bytes.length);
});

test('a file that was deleted is missing', async () => {
  const id = await shared();
  await sandbox.as('cleo').deletesFile(id);

  await expect(workspace.file(id, 'C0INVOICES')).rejects.toMatchObject({ name: 'Fault', code: 'missing' });
  await expect(workspace.file('F000000000', 'C0INVOICES')).rejects.toMatchObject({ code: 'missing' });
});

test.each([
  ['U0ADAOKAFO', 'member'],
  ['U0GUSWEBER', 'guest'],
  ['U0DORAVEGA', 'deleted'],
  ['U0PAULNOVA', 'external'],
  ['U0PENNYBOT', 'bot'],
] as const)('person %s is %s', async (id, standing) => {
  expect(await workspace.person(id)).toMatchObject({ id, standing });
});

test.each([
  ['C0FINANCE1', { name: 'finance', isMember: true, isArchived: false, isShared: false }],
  ['C0GENERAL1', { name: 'general', isMember: false, isShared: false }],
  ['C0WITHACME', { name: 'with-acme', isMember: true, isShared: true }],
])('channel %s as Penny sees it', async (id, seen) => {
  expect(await workspace.channel(id)).toMatchObject(seen);
});

test('a channel that there is not is null', async () => {
  expect(await workspace.channel('C000000000')).toBeNull();
});

test('nobody is null', async () => {
  expect(await workspace.person('U000000000')).toBeNull();
});

test('a post is found again by its delivery, and updated in place', async () => {
  const ts = await workspace.post('C0INVOICES', null, saying('first'), 'share:1');
  const reply = await workspace.post('C0INVOICES', ts, saying('below'), 'share:2');

  expect(await workspace.delivered('C0INVOICES', null, 'share:1')).toBe(ts);
  expect(await workspace.delivered('C0INVOICES', ts, 'share:2')).toBe(reply);
  expect(await workspace.delivered('C0INVOICES', null, 'share:3')).toBeNull();

  await workspace.update('C0INVOICES', ts, saying('second'));
  const found = sandbox
    .as('cleo')
    .sees()
    .messages.C0INVOICES?.find((message) => message.ts === ts);
  expect(found).toMatchObject({ text: 'second' });
  expect(found?.blocks).toHaveLength(1);
  expect(await workspace.permalink('C0INVOICES', ts)).toContain('C0INVOICES');
  expect(await workspace.permalink('C0INVOICES', '1.000001')).toBeNull();
  const asked = () => sandbox.journal.filter((one) => one.kind === 'call' && one.method === 'chat.getPermalink').length;
  const before = asked();
  expect(await workspace.permalink('C0INVOICES', ts)).toContain('C0INVOICES'); // remembered
  expect(asked()).toBe(before);
  await expect(workspace.update('C0INVOICES', '1.000001', saying('x'))).rejects.toMatchObject({ code: 'missing' });
});

test('a post goes out once, whatever became of the answer', async () => {
  sandbox.faults.next('chat.postMessage', { kind: 'status', status: 500, accepted: true });

  await expect(workspace.post('C0INVOICES', null, saying('once'), 'share:9')).rejects.toMatchObject({
    code: 'unavailable',
  });

  expect(await workspace.delivered('C0INVOICES', null, 'share:9')).not.toBeNull();
  expect(
    sandbox
      .as('cleo')
      .sees()
      .messages.C0INVOICES?.filter(({ text }) => text === 'once'),
  ).toHaveLength(1);
});

test('a rate limit is waited for, since nothing was posted', async () => {
  sandbox.faults.next('chat.postMessage', { kind: 'ratelimited', retryAfterS: 1 });

  await workspace.post('C0INVOICES', null, saying('patient'), 'share:10');

  expect(
    sandbox
      .as('cleo')
      .sees()
      .messages.C0INVOICES?.filter(({ text }) => text === 'patient'),
  ).toHaveLength(1);
});

test('a read is tried again, then Slack counts as away', async () => {
  sandbox.faults.next('users.info', { kind: 'status', status: 500 }, 2);
  expect(await workspace.person('U0ADAOKAFO')).toMatchObject({ name: 'Ada Okafor' });

  sandbox.faults.next('users.info', { kind: 'status', status: 500 }, 9);
  await expect(workspace.person('U0ADAOKAFO')).rejects.toMatchObject({ code: 'unavailable' });
});

test('a mark is put, changed, and put again without complaint', async () => {
  const ts = await workspace.post('C0INVOICES', null, saying('marked'), 'share:11');
  const marks = () =>
    sandbox
      .as('cleo')
      .sees()
      .messages.C0INVOICES?.find((message) => message.ts === ts)
      ?.reactions.map(({ name }) => name);

  await workspace.mark('C0INVOICES', ts, 'eyes', []);
  await workspace.mark('C0INVOICES', ts, 'eyes', []);
  expect(marks()).toEqual(['eyes']);

  await workspace.mark('C0INVOICES', ts, 'white_check_mark', ['eyes', 'warning']);
  await workspace.mark('C0INVOICES', ts, 'white_check_mark', ['eyes', 'warning']);
  expect(marks()).toEqual(['white_check_mark']);
});

test('a whisper is for one; where Penny is no member it comes as a direct message', async () => {
  await workspace.whisper('C0INVOICES', 'U0CLEOMARC', saying('psst'));
  await workspace.whisper('C0GENERAL1', 'U0CLEOMARC', saying('over here'));

  const cleo = await sandbox.as('cleo').waitsFor((seen) => seen.messages.D0CLEOMARC && seen);
  expect(cleo.messages.C0INVOICES?.find(({ text }) => text === 'psst')?.ephemeral).toBe(true);
  expect(cleo.messages.D0CLEOMARC?.map(({ text }) => text)).toEqual(['over here']);
  expect(
    sandbox
      .as('ben')
      .sees()
      .messages.C0INVOICES?.some(({ text }) => text === 'psst'),
  ).toBe(false);
});

test('files since a moment, oldest first, without those of Penny', async () => {
  const since = new Date(Date.now() - 1_000);
  const [first, second] = [await shared('one.pdf'), await shared('two.pdf')];

  const found = await workspace.filesSince('C0INVOICES', since);

  expect(
    found
      .slice(-2)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([first, second].sort());
  expect(found.every(({ user }) => user === 'U0CLEOMARC')).toBe(true);
});

test('a channel without Penny is a conflict with the next step', async () => {
  await expect(workspace.post('C0GENERAL1', null, saying('x'), 'share:12')).rejects.toMatchObject({ code: 'conflict' });
});

test('a missing right is told with its name; looking for a delivery then finds nothing', async () => {
  sandbox.faults.next('conversations.history', { kind: 'error', error: 'missing_scope' });
  expect(await workspace.delivered('C0INVOICES', null, 'share:1')).toBeNull();

  sandbox.faults.next('users.info', { kind: 'error', error: 'missing_scope' });
  await expect(workspace.person('U0ADAOKAFO')).rejects.toThrow('reinstall');
});

test('a Home takes the place of the one whose hash is named, and of no other', async () => {
  const first = await workspace.publishHome('U0CLEOMARC', saying('one'), null);
  const second = await workspace.publishHome('U0CLEOMARC', saying('two'), first);

  expect(await workspace.publishHome('U0CLEOMARC', saying('one, late'), first)).toBeNull();
  expect(JSON.stringify(sandbox.as('cleo').sees().home?.blocks)).toContain('two');
  expect(await workspace.publishHome('U0CLEOMARC', saying('three'), second)).not.toBeNull();
  await expect(workspace.publishHome('U0NOBODY000', saying('x'), null)).rejects.toMatchObject({ code: 'missing' });
});
