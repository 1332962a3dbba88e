import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Saying, say } from '../../../src/domain/reply.ts';
import { command } from '../../../src/engine/command.ts';
import { button, happening, menu, modal } from '../../../src/engine/interaction.ts';
import type { Message, Snapshot } from '../../../src/sandbox/page-api.ts';
import { userIds } from '../../../src/sandbox/seed.ts';
import { type Opened, openDesk } from './desk.ts';

const confirm = button({
  name: 'thing-confirm',
  needs: 'invoice.confirm',
  look: { label: 'Confirm', style: 'primary' },
  value: z.object({ id: z.string() }),
  run: async ({ id }) => ({ ...say(`Thing ${id} is confirmed.`), replaces: true }),
});

const sayBack = button({
  name: 'say-back',
  needs: 'desk.read',
  look: { label: 'Say back' },
  value: z.object({ id: z.string() }),
  run: async ({ id }) => say(`Back ${id}`),
});

const form = modal({
  name: 'thing-form',
  needs: 'invoice.add',
  title: 'A title that is much longer than Slack allows',
  submitLabel: 'Add',
  given: z.object({
    vendor: z.string().min(3, 'Write the whole name.'),
    kind: z.string(),
    date: z.string().optional(),
    note: z.string().optional(),
  }),
  run: async (given, { carries }) => say(`Added ${JSON.stringify(given)} for ${carries}.`),
});

const slowForm = modal({
  name: 'slow-form',
  needs: 'invoice.add',
  title: 'Slow',
  submitLabel: 'Go',
  given: z.object({ word: z.string() }),
  run: async ({ word }) => {
    await pause(2_700);
    return word === 'bad' ? { kind: 'mend', errors: { word: 'That is no word.' } } : say('Slow but sure');
  },
});

const openSlowForm = command({
  name: '/invoice slow',
  says: 'Open the slow form',
  usage: '',
  examples: ['/invoice slow'],
  needs: 'invoice.add',
  args: z.strictObject({}),
  positional: [],
  run: async () => ({ kind: 'form', form: slowForm.draw([{ ask: 'words', name: 'word', label: 'Word' }]) }),
});

const sizes = menu({
  name: 'thing-size',
  needs: 'invoice.correct',
  label: 'Size',
  about: z.strictObject({ of: z.string() }),
  run: async ({ about, picked }) => ({ ...say(`The ${about.of} is ${picked}.`), replaces: true }),
});

const show = command({
  name: '/penny show',
  says: 'Show the thing',
  usage: '[aloud]',
  examples: ['/penny show'],
  needs: 'desk.read',
  args: z.strictObject({ how: z.string().optional() }),
  positional: ['how'],
  run: async ({ how }) => ({
    kind: 'say',
    to: how === 'aloud' ? 'channel' : 'person',
    saying: {
      summary: 'The thing',
      parts: [
        { part: 'text', text: 'Here it is' },
        { part: 'controls', controls: [confirm.draw({ id: '1' }), confirm.draw({ id: '2' })] },
        {
          part: 'controls',
          controls: [
            sizes.draw({ of: 'thing | 1' }, [
              {
                options: [
                  ['s', 'Small'],
                  ['l', 'Large'],
                ],
              },
            ]),
          ],
        },
      ],
    },
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
  run: async () => ({
    kind: 'form',
    form: form.draw(
      [
        { ask: 'words', name: 'vendor', label: 'Vendor', placeholder: 'Who sent it' },
        {
          ask: 'choice',
          name: 'kind',
          label: 'Kind',
          options: [
            ['invoice', 'Invoice'],
            ['receipt', 'Receipt'],
          ],
        },
        { ask: 'day', name: 'date', label: 'Date', optional: true },
        { ask: 'lines', name: 'note', label: 'Note', optional: true },
      ],
      { carries: 'basket 7', intro: 'Fill it in' },
    ),
  }),
});

const read = happening({
  name: 'read-as-invoice',
  origin: 'shortcut',
  needs: 'document.share',
  given: z.object({ channel: z.string(), ts: z.string(), files: z.array(z.string()), text: z.string() }),
  run: async ({ files }) => say(`Reading ${files.length} file.`),
});

const home = happening({
  name: 'home-opened',
  origin: 'home',
  needs: 'desk.read',
  given: z.unknown(),
  run: async () => ({
    kind: 'say',
    to: 'person',
    saying: {
      summary: 'Home',
      parts: [
        { part: 'heading', text: 'Welcome' },
        { part: 'kpis', kpis: [{ label: 'Spend', value: '1' }] },
        { part: 'controls', controls: [confirm.draw({ id: '7' }), { press: 'long-gone', label: 'Gone', value: '1' }] },
      ],
    },
  }),
});

const words = happening({
  name: 'asked-in-words',
  origin: 'message',
  needs: 'desk.read',
  given: z.object({ text: z.string() }),
  run: async ({ text }) => say(`You said: ${text}`),
});

let opened: Opened;
beforeAll(async () => {
  opened = await openDesk({
    commands: [show, openForm, openSlowForm],
    interactions: [confirm, sizes, sayBack, form, slowForm, read, home, words],
    sandbox: {
      workspace: { shortcuts: [{ name: 'Read as invoice', type: 'message', callbackId: 'read-as-invoice' }] },
    },
  });
});
afterAll(() => opened.close());

const message =
  (text: string, ephemeral: boolean) =>
  (seen: Snapshot): Message | undefined =>
    Object.values(seen.messages)
      .flat()
      .find((one) => one.ephemeral === ephemeral && JSON.stringify(one.blocks).includes(text));

test('a button in a private message: the answer stands where it stood', async () => {
  const ben = opened.sandbox.as('ben');
  await ben.types('/penny show', 'finance');
  await ben.waitsFor(message('Here it is', true));

  await ben.presses('thing-confirm|1');

  await ben.waitsFor(message('Thing 2 is confirmed.', true));
  expect(message('Here it is', true)(ben.sees())).toBeUndefined();
});

test('what is picked from a menu comes with what the menu is about', async () => {
  const ben = opened.sandbox.as('ben');
  await ben.types('/penny show', 'finance');
  const shown = await ben.waitsFor(message('Here it is', true));

  await ben.picks('Size', 'Large', { channel: 'finance', ts: shown.ts });

  await ben.waitsFor(message('The thing | 1 is l.', true));
});

test('what is written to Penny is answered where it was written: in direct messages, and privately where she is mentioned', async () => {
  const ben = opened.sandbox.as('ben');
  await ben.types('what did we spend?', 'dm');
  await ben.waitsFor(message('You said: what did we spend?', false));

  await ben.types(`<@${userIds.bot}> and on tea?`, 'finance');
  await ben.waitsFor(message('You said: and on tea?', true));

  await ben.types('nobody asked her', 'finance');
  await ben.types('what did we spend in May?', 'dm');
  await ben.waitsFor(message('You said: what did we spend in May?', false));
  expect(opened.small.asked.filter(({ entry }) => entry === 'asked-in-words')).toHaveLength(3);
});

test('a button in a channel: the answer stands where it stood, for everyone', async () => {
  const ada = opened.sandbox.as('ada');
  await ada.types('/penny show aloud', 'finance');
  const before = await ada.waitsFor(message('Here it is', false));

  await opened.sandbox.as('ben').presses('Confirm', { channel: 'finance', ts: before.ts });

  expect((await ada.waitsFor(message('Thing 1 is confirmed.', false))).ts).toBe(before.ts);
});

test('a button in a channel pressed by whom it is not for: refused in private, nothing replaced', async () => {
  const cleo = opened.sandbox.as('cleo');
  await opened.sandbox.as('ada').types('/penny show aloud', 'invoices');
  await cleo.waitsFor(message('Here it is', false));

  await cleo.presses('Confirm', { channel: 'invoices' });

  await cleo.waitsFor(message('does not let you confirm', true));
  expect(message('Here it is', false)(cleo.sees())).toBeDefined();
});

test('a form: a mistake is shown under its question, then it is taken and answered where it was asked for', async () => {
  const cleo = opened.sandbox.as('cleo');
  await cleo.types('/invoice add', 'invoices');
  const modal = await cleo.waitsFor(({ modals }) => modals.at(-1));
  expect(modal).toMatchObject({ title: 'A title that is much lo…', callbackId: 'thing-form', submit: 'Add' });

  await cleo.submits({ Vendor: 'AB', Kind: 'Receipt', Date: '2026-11-23', Note: 'two\nlines' });
  const mended = await cleo.waitsFor(({ modals }) => modals.find(({ errors }) => errors.vendor));
  expect(mended.errors).toEqual({ vendor: 'Write the whole name.' });

  await cleo.submits({ Vendor: 'ABC' });
  const said = await cleo.waitsFor(message('Added ', true));
  expect(said.channel).toBe('C0INVOICES');
  expect(said.text).toContain(
    '{"vendor":"ABC","kind":"receipt","date":"2026-11-23","note":"two\nlines"}'.replace('\n', '\\n'),
  );
  expect(said.text).toContain('for basket 7');
  expect(cleo.sees().modals).toEqual([]);
});

test.each([
  ['good', 'Slow but sure'],
  ['bad', 'That is no word.'],
])('a form whose handling takes long (%s) closes in time and is answered as a message', async (word, answer) => {
  const cleo = opened.sandbox.as('cleo');
  await cleo.types('/invoice slow', 'invoices');
  await cleo.waitsFor(({ modals }) => modals.at(-1));

  expect(await cleo.submits({ Word: word })).toEqual({ ok: true });

  expect(cleo.sees().modals).toEqual([]);
  await cleo.waitsFor(message(answer, true));
});

test('a button in a thread is answered in the thread', async () => {
  const [ada, ben] = [opened.sandbox.as('ada'), opened.sandbox.as('ben')];
  const post = (text: string, thread: string | null, parts: Saying['parts'] = []) =>
    opened.desk.workspace.post('C0FINANCE1', thread, { summary: text, parts }, text);
  const root = await post('a root', null);
  const reply = await post('a reply', root, [{ part: 'controls', controls: [sayBack.draw({ id: '1' })] }]);

  await ben.presses('Say back', { channel: 'finance', ts: reply });

  expect(await ben.waitsFor(message('Back 1', true))).toMatchObject({ threadTs: root });
  expect(message('Back 1', true)(ada.sees())).toBeUndefined();
});

test('a button of an older Penny says so', async () => {
  const ben = opened.sandbox.as('ben');
  const controls = [{ press: 'long-gone', label: 'Gone', value: '1' }];
  await opened.desk.workspace.post(
    'C0FINANCE1',
    null,
    { summary: 'old', parts: [{ part: 'controls', controls }] },
    'old',
  );

  await ben.presses('Gone');

  await ben.waitsFor(message('from an older Penny', true));
});

test.each(['thing-form', 'read-as-invoice', 'home-opened'])(
  'a button that bears the name of something else (%s) reaches nothing',
  async (press) => {
    const ben = opened.sandbox.as('ben');
    const before = opened.small.asked.length;
    const controls = [{ press, label: `Forged ${press}`, value: '{}' }];
    await opened.desk.workspace.post(
      'C0FINANCE1',
      null,
      { summary: press, parts: [{ part: 'controls', controls }] },
      press,
    );
    const old = ben.sees().messages.C0FINANCE1?.filter(({ ephemeral }) => ephemeral).length ?? 0;

    await ben.presses(`Forged ${press}`);

    await ben.waitsFor(({ messages }) => (messages.C0FINANCE1?.filter(({ ephemeral }) => ephemeral).length ?? 0) > old);
    expect(opened.small.asked).toHaveLength(before);
  },
);

test('a message shortcut: the files of that message, and its text', async () => {
  const cleo = opened.sandbox.as('cleo');
  await cleo.shares({ name: 'a.pdf', bytes: Buffer.from('%PDF-1.4') }, 'invoices');
  const { ts } = await cleo.waitsFor(({ messages }) => messages.C0INVOICES?.find(({ files }) => files.length > 0));

  await cleo.uses('Read as invoice', { channel: 'C0INVOICES', ts });

  await cleo.waitsFor(message('Reading 1 file.', true));
});

test('the App Home: published for the person, the refusal too', async () => {
  await opened.sandbox.as('ben').opensHome();
  await opened.sandbox.as('noor').opensHome();

  await opened.sandbox.as('ben').waitsFor(({ home }) => JSON.stringify(home?.blocks ?? []).includes('Welcome'));
  await opened.sandbox
    .as('noor')
    .waitsFor(({ home }) => JSON.stringify(home?.blocks ?? []).includes('does not know you'));
});

test('a button pressed at home: whatever comes of it, that Home is to be renewed', async () => {
  const ben = opened.sandbox.as('ben');
  const renewals = () => opened.small.tasks.filter(({ name }) => name === 'renew-home');
  await ben.opensHome();
  await ben.waitsFor(({ home }) => JSON.stringify(home?.blocks ?? []).includes('Gone'));
  expect(renewals()).toEqual([]);

  await ben.presses('Confirm', 'home');
  await expect.poll(renewals).toMatchObject([{ payload: { person: ben.id }, key: ben.id }]);
  await ben.presses('Gone', 'home');
  await expect.poll(renewals).toHaveLength(2);
});

test('somebody of another company is never taken for one of ours', async () => {
  const paul = opened.sandbox.as('paul');
  await opened.sandbox.as('ada').types('/penny show aloud', 'with-acme');
  await paul.waitsFor(message('Here it is', false));

  await paul.presses('Confirm', { channel: 'with-acme' });

  await paul.waitsFor(message('does not know you', true));
  expect(opened.small.asked.at(-1)?.by).toBe('T0ACMESUP1:U0PAULNOVA');
});

test('a form that Slack opens too late asks to try again', async () => {
  opened.sandbox.faults.next('views.open', { kind: 'error', error: 'expired_trigger_id' });
  const ben = opened.sandbox.as('ben');

  await ben.types('/invoice add', 'finance');

  await ben.waitsFor(message('three seconds', true));
});
