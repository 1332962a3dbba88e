import type { ViewResponseAction } from '@slack/bolt';
import type { ModalView } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../../src/sandbox/clock.ts';
import type { SandboxOptions } from '../../../src/sandbox/sandbox.ts';
import { boltApp, sandbox } from '../bolt-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const modal = (title: string, more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'bill',
  title: plain(title),
  submit: plain('Save'),
  private_metadata: 'bill-1',
  blocks: [
    {
      type: 'input',
      block_id: 'net',
      label: plain('Net'),
      element: { type: 'plain_text_input', action_id: 'net', max_length: 5 },
    },
    {
      type: 'input',
      block_id: 'kind',
      optional: true,
      label: plain('Kind'),
      element: {
        type: 'static_select',
        action_id: 'kind',
        options: [
          { text: plain('Rent'), value: 'rent' },
          { text: plain('Power'), value: 'power' },
        ],
        initial_option: { text: plain('Rent'), value: 'rent' },
      },
    },
  ],
  ...more,
});

/** A workspace in which Ben has a modal open; its app answers a submission with `answer`, or never. */
async function opened(
  answer: ViewResponseAction | undefined | 'silence',
  more: Partial<ModalView> = {},
  options: SandboxOptions = {},
) {
  const slack = await sandbox(options);
  const payloads: { type: string; view: { state: { values: unknown }; private_metadata: string } }[] = [];
  await boltApp(slack, (app) => {
    app.command('/spend', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: body.trigger_id, view: modal('One', more) });
    });
    app.view({ callback_id: 'bill', type: 'view_submission' }, async ({ ack, body }) => {
      payloads.push(body);
      if (answer !== 'silence') await (answer ? ack(answer) : ack());
    });
    app.view({ callback_id: 'bill', type: 'view_closed' }, async ({ ack, body }) => {
      payloads.push(body);
      await ack();
    });
  });
  const ben = slack.as('ben');
  await ben.types('/spend', 'finance');
  await ben.waitsFor(({ modals }) => modals[0]);
  const titles = () => ben.sees().modals.map(({ title }) => title);
  return { slack, ben, payloads, titles };
}

describe('a submitted modal', () => {
  it('sends what was entered and what was there, and closes', async () => {
    const { ben, payloads, titles } = await opened(undefined);
    expect(await ben.submits({ Net: '1200' })).toEqual({ ok: true });
    expect(titles()).toEqual([]);
    expect(payloads).toMatchObject([
      {
        type: 'view_submission',
        user: { id: ben.id, team_id: 'T0PENNYCO1' },
        view: {
          private_metadata: 'bill-1',
          state: {
            values: {
              net: { net: { type: 'plain_text_input', value: '1200' } },
              kind: { kind: { selected_option: { value: 'rent' } } },
            },
          },
        },
      },
    ]);
  });

  it('is not sent while a required field is empty or too long', async () => {
    const { ben, payloads } = await opened(undefined);
    expect(await ben.submits()).toMatchObject({ ok: false, error: 'Please complete this required field.' });
    expect(await ben.submits({ Net: '123456' })).toMatchObject({
      ok: false,
      error: 'Must be no more than 5 characters.',
    });
    expect(ben.sees().modals[0]?.errors).toEqual({ net: 'Must be no more than 5 characters.' });
    expect(payloads).toEqual([]);
  });

  it('is replaced by an update, covered by a push, and goes with all others by a clear', async () => {
    const update = await opened({ response_action: 'update', view: modal('Two') });
    await update.ben.submits({ Net: '1', Kind: 'Power' });
    expect(update.titles()).toEqual(['Two']);
    const push = await opened({ response_action: 'push', view: modal('Two') });
    await push.ben.submits({ Net: '1' });
    expect(push.titles()).toEqual(['One', 'Two']);
    const clear = await opened({ response_action: 'clear' });
    await clear.ben.submits({ Net: '1' });
    expect(clear.titles()).toEqual([]);
  });

  it('stays with Slack’s own sentence when errors name no field, or the new view is bad', async () => {
    const wrong = await opened({ response_action: 'errors', errors: { nett: 'No.' } });
    expect(await wrong.ben.submits({ Net: '1' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('trouble connecting'),
    });
    expect(wrong.titles()).toEqual(['One']);
    const bad = await opened({ response_action: 'update', view: modal('x'.repeat(25)) });
    expect(await bad.ben.submits({ Net: '1' })).toMatchObject({
      ok: false,
      error: expect.stringContaining('less than 25'),
    });
  });

  it('is sent once only, and says so after three seconds of silence', async () => {
    const clock = manualClock();
    const { ben, payloads } = await opened('silence', {}, { clock });
    const result = ben.submits({ Net: '1' });
    await expect.poll(() => payloads.length).toBe(1);
    clock.advance(3000);
    expect(await result).toMatchObject({ ok: false, error: 'We had some trouble connecting. Try again?' });
    clock.advance(600_000);
    expect(payloads).toHaveLength(1);
  });
});

describe('a closed modal', () => {
  it('tells an app that asked to be told', async () => {
    const asked = await opened(undefined, { notify_on_close: true });
    await asked.ben.closes();
    expect(asked.payloads).toMatchObject([{ type: 'view_closed', is_cleared: false }]);
    const silent = await opened(undefined);
    await silent.ben.closes();
    expect(silent.payloads).toEqual([]);
    expect(silent.titles()).toEqual([]);
  });
});
