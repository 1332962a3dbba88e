import type { KnownBlock } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { channelIds, userIds } from '../../../src/sandbox/seed.ts';
import { boltApp, sandbox, webClient } from '../bolt-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const blocks: KnownBlock[] = [
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'button', action_id: 'confirm', text: plain('Confirm'), value: 'bill-1' },
      { type: 'static_select', action_id: 'period', options: [option('May'), option('June')] },
      { type: 'external_select', action_id: 'vendor', placeholder: plain('Vendor'), min_query_length: 1 },
    ],
  },
];

async function pressable() {
  const slack = await sandbox();
  const bodies: object[] = [];
  await boltApp(slack, (app) => {
    app.action(/.*/, async ({ ack, body }) => {
      bodies.push(body);
      await ack();
    });
    app.options('vendor', async ({ ack, payload }) => ack({ options: [option(`${payload.value} Ltd`)] }));
  });
  return { slack, bodies, client: webClient(slack), cleo: slack.as('cleo') };
}

describe('a press', () => {
  it('on a message sends the message, the place, and a way to answer', async () => {
    const { bodies, client, cleo } = await pressable();
    const { ts } = await client.chat.postMessage({ channel: channelIds.invoices, text: 'Bill', blocks });
    await cleo.presses('Confirm');
    expect(bodies).toMatchObject([
      {
        type: 'block_actions',
        user: { id: userIds.cleo, username: 'cleo', team_id: 'T0PENNYCO1' },
        container: { type: 'message', message_ts: ts, channel_id: channelIds.invoices, is_ephemeral: false },
        channel: { id: channelIds.invoices, name: 'invoices' },
        message: { ts, text: 'Bill' },
        actions: [
          { type: 'button', action_id: 'confirm', block_id: 'row', value: 'bill-1', text: { text: 'Confirm' } },
        ],
        response_url: expect.stringContaining('/actions/'),
        trigger_id: expect.any(String),
      },
    ]);
  });

  it('on an ephemeral message sends no message: Slack does not either', async () => {
    const { bodies, client, cleo } = await pressable();
    await client.chat.postEphemeral({ channel: channelIds.invoices, user: userIds.cleo, text: 'Bill', blocks });
    await cleo.presses('confirm', { channel: 'invoices' });
    expect(bodies).toMatchObject([{ container: { is_ephemeral: true } }]);
    expect(bodies[0]).not.toHaveProperty('message');
  });

  it('on a menu sends the option, in the action and in the state', async () => {
    const { bodies, client, cleo } = await pressable();
    await client.chat.postMessage({ channel: channelIds.invoices, text: 'Bill', blocks });
    await cleo.picks('period', 'June');
    const chosen = { selected_option: { value: 'June' } };
    expect(bodies).toMatchObject([{ actions: [chosen], state: { values: { row: { period: chosen } } } }]);
    expect(bodies[0]).not.toHaveProperty('actions.0.options');
  });

  it('on a button sends what was picked beside it before', async () => {
    const { slack, bodies, client } = await pressable();
    await client.chat.postMessage({ channel: channelIds.invoices, text: 'Bill', blocks });
    await slack.as('cleo').picks('period', 'June');
    await slack.as('Cleo Marchetti').presses('Confirm');
    expect(bodies[1]).toMatchObject({ state: { values: { row: { period: { selected_option: { value: 'June' } } } } } });
  });

  it('on the Home sends the view', async () => {
    const { bodies, client, cleo } = await pressable();
    await client.views.publish({ user_id: userIds.cleo, view: { type: 'home', blocks } });
    await cleo.presses('Confirm', 'home');
    expect(bodies).toMatchObject([{ container: { type: 'view' }, view: { type: 'home' } }]);
    expect(bodies[0]).not.toHaveProperty('response_url');
  });

  it('into a menu of the app asks the app for options, of which one can be picked', async () => {
    const { client, cleo, bodies } = await pressable();
    await client.chat.postMessage({ channel: channelIds.invoices, text: 'Bill', blocks });
    expect(await cleo.looksUp('vendor', 'Acme')).toEqual(['Acme Ltd']);
    await cleo.picks('vendor', 'Acme Ltd');
    expect(bodies).toMatchObject([{ actions: [{ selected_option: { value: 'Acme Ltd', text: plain('Acme Ltd') } }] }]);
    await expect(cleo.picks('vendor', 'Zenith')).rejects.toThrow('There is no option “Zenith”. There is: “Acme Ltd”');
  });

  it('says what there is when what is asked for is not', async () => {
    const { cleo, client } = await pressable();
    await client.chat.postMessage({ channel: channelIds.invoices, text: 'Bill', blocks });
    await expect(cleo.presses('Delete')).rejects.toThrow('sees nothing called “Delete”. There is: “Confirm”');
    await expect(cleo.picks('period', 'July')).rejects.toThrow('There is: “May”, “June”');
  });

  it('on a button that has gone meanwhile is refused', async () => {
    const { slack, client } = await pressable();
    const { ts = '' } = await client.chat.postMessage({ channel: channelIds.invoices, text: 'Bill', blocks });
    await client.chat.update({ channel: channelIds.invoices, ts, text: 'Done' });
    const action = {
      do: 'press',
      at: { channel: channelIds.invoices, ts },
      blockId: 'row',
      actionId: 'confirm',
      element: { type: 'button' },
      values: {},
    };
    const response = await fetch(`${slack.url}sandbox/act?as=${userIds.cleo}`, {
      method: 'POST',
      body: JSON.stringify(action),
    });
    expect(await response.json()).toMatchObject({ ok: false, error: expect.stringContaining('gone') });
  });
});
