import type { ModalView, View } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../../src/sandbox/clock.ts';
import { userIds } from '../../../src/sandbox/seed.ts';
import { boltApp, refusal, sandbox, webClient } from '../bolt-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const divider = { type: 'divider' as const };
const modal = (title: string, more: Partial<ModalView> = {}): ModalView => ({
  type: 'modal',
  callback_id: 'bill',
  title: plain(title),
  submit: plain('Save'),
  blocks: [
    { type: 'input', block_id: 'net', label: plain('Net'), element: { type: 'plain_text_input', action_id: 'net' } },
    { type: 'actions', block_id: 'more', elements: [{ type: 'button', action_id: 'more', text: plain('More') }] },
  ],
  ...more,
});

/** A workspace whose app hands every trigger it gets to the test. */
async function withTriggers(clock = manualClock()) {
  const slack = await sandbox({ clock });
  const triggers: string[] = [];
  await boltApp(slack, (app) => {
    app.command('/spend', async ({ ack, body }) => {
      triggers.push(body.trigger_id);
      await ack();
    });
    app.action('more', async ({ ack, body }) => {
      if ('trigger_id' in body) triggers.push(body.trigger_id);
      await ack();
    });
  });
  const ben = slack.as('ben');
  const trigger = async (get: () => Promise<unknown>) => {
    await get();
    return triggers.at(-1) ?? '';
  };
  return {
    slack,
    clock,
    ben,
    client: webClient(slack),
    typed: () => trigger(() => ben.types('/spend', 'finance')),
    pressed: () => trigger(() => ben.presses('More')),
  };
}

describe('modals', () => {
  it('open with a trigger that is good once and for three seconds', async () => {
    const { client, typed, clock, ben } = await withTriggers();
    const first = await typed();
    const { view } = await client.views.open({ trigger_id: first, view: modal('One') });
    expect(view).toMatchObject({
      id: expect.stringMatching(/^V/),
      callback_id: 'bill',
      hash: expect.any(String),
      state: { values: {} },
    });
    expect(ben.sees().modals).toMatchObject([{ title: 'One', submit: 'Save' }]);
    expect(await refusal(client.views.open({ trigger_id: first, view: modal('One') }))).toMatchObject({
      error: 'exchanged_trigger_id',
    });
    const late = await typed();
    clock.advance(3001);
    expect(await refusal(client.views.open({ trigger_id: late, view: modal('Late') }))).toMatchObject({
      error: 'expired_trigger_id',
    });
    expect(await refusal(client.views.open({ trigger_id: 'made.up', view: modal('x') }))).toMatchObject({
      error: 'invalid_arguments',
    });
  });

  it('lie three deep and no deeper', async () => {
    const { client, typed, pressed, ben } = await withTriggers();
    await client.views.open({ trigger_id: await typed(), view: modal('One') });
    await client.views.push({ trigger_id: await pressed(), view: modal('Two') });
    await client.views.push({ trigger_id: await pressed(), view: modal('Three') });
    expect(await refusal(client.views.push({ trigger_id: await pressed(), view: modal('Four') }))).toMatchObject({
      error: 'push_limit_reached',
    });
    expect(ben.sees().modals.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
    await ben.closes();
    expect(ben.sees().modals.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('change by id, if the hash is still the right one', async () => {
    const { client, typed, ben } = await withTriggers();
    const { view } = await client.views.open({ trigger_id: await typed(), view: modal('Loading') });
    const { id = '', hash = '' } = view ?? {};
    await client.views.update({ view_id: id, hash, view: modal('Loaded') });
    expect(ben.sees().modals[0]?.title).toBe('Loaded');
    expect(await refusal(client.views.update({ view_id: id, hash, view: modal('Stale') }))).toMatchObject({
      error: 'hash_conflict',
    });
    await ben.closes();
    expect(await refusal(client.views.update({ view_id: id, view: modal('Gone') }))).toMatchObject({
      error: 'not_found',
    });
  });

  it('are refused for what Slack refuses, and the trigger stays good', async () => {
    const { client, typed } = await withTriggers();
    const trigger = await typed();
    const bad: View = modal('x'.repeat(25));
    expect(await refusal(client.views.open({ trigger_id: trigger, view: bad }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: expect.arrayContaining(['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]']),
      },
    });
    expect(await client.views.open({ trigger_id: trigger, view: modal('Good') })).toMatchObject({ ok: true });
  });
});

describe('the Home', () => {
  it('is published for one person, and not over a newer one', async () => {
    const slack = await sandbox();
    const { views } = webClient(slack);
    const { view } = await views.publish({ user_id: userIds.ada, view: { type: 'home', blocks: [divider] } });
    expect(slack.as('ada').sees().home).toMatchObject({ type: 'home', blocks: [{ type: 'divider' }] });
    expect(slack.as('ben').sees().home).toBeNull();
    const again = { user_id: userIds.ada, hash: view?.hash ?? '', view: { type: 'home' as const, blocks: [] } };
    await views.publish(again);
    expect(await refusal(views.publish(again))).toMatchObject({ error: 'hash_conflict' });
  });

  it('tells the app when a person opens it, with what is there already', async () => {
    const slack = await sandbox();
    const opened: object[] = [];
    await boltApp(slack, (app) => app.event('app_home_opened', async ({ event }) => void opened.push(event)));
    const ada = slack.as('ada');
    await ada.opensHome();
    await webClient(slack).views.publish({ user_id: userIds.ada, view: { type: 'home', blocks: [] } });
    await ada.opensHome();
    await expect
      .poll(() => opened)
      .toMatchObject([
        { tab: 'home', user: userIds.ada, channel: expect.stringMatching(/^D/) },
        { view: { type: 'home' } },
      ]);
    expect(opened[0]).not.toHaveProperty('view');
  });
});
