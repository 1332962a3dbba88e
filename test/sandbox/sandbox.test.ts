import type { App } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { channelIds, userIds } from '../../src/sandbox/seed.ts';
import { boltApp, sandbox } from './bolt-app.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** A small invoice desk: answers a shared file with a card whose button opens a modal. */
function desk(app: App): void {
  app.event('file_shared', async ({ event, client }) => {
    const { file } = await client.files.info({ file: event.file_id });
    const blocks = [
      {
        type: 'actions',
        elements: [{ type: 'button', action_id: 'correct', text: plain('Correct'), value: 'bill-1' }],
      },
    ];
    await client.chat.postMessage({ channel: event.channel_id, text: `Read ${file?.name}`, blocks });
  });
  app.action('correct', async ({ ack, body, client }) => {
    await ack();
    const element = { type: 'plain_text_input' as const, action_id: 'net' };
    const blocks = [{ type: 'input' as const, block_id: 'net', label: plain('Net'), element }];
    const view = {
      type: 'modal' as const,
      callback_id: 'correct',
      title: plain('Correct'),
      submit: plain('Save'),
      blocks,
    };
    if ('trigger_id' in body) await client.views.open({ trigger_id: body.trigger_id, view });
  });
  app.view('correct', async ({ ack, view, body, client }) => {
    const net = view.state.values.net?.net?.value ?? '';
    if (!/^\d+$/.test(net)) return ack({ response_action: 'errors', errors: { net: 'A whole number, please.' } });
    await ack();
    await client.chat.postMessage({ channel: body.user.id, text: `Net is ${net}` });
  });
  app.command('/spend', async ({ ack, respond, command }) => {
    await ack();
    await respond(`Spend of ${command.text}`);
  });
}

describe('a Bolt app in the sandbox', () => {
  it('receives a file, answers, opens a modal, refuses and takes what is entered', async () => {
    const slack = await sandbox();
    await boltApp(slack, desk);
    const cleo = slack.as('Cleo Marchetti');

    await cleo.shares({ name: 'bill.pdf', bytes: Buffer.from('%PDF-1.7') }, '#invoices', { comment: 'May rent' });
    const card = await cleo.waitsFor((seen) =>
      seen.messages[channelIds.invoices]?.find(({ text }) => text === 'Read bill.pdf'),
    );
    expect(card.user).toBe(userIds.bot);

    expect(await cleo.presses('Correct')).toEqual({ ok: true });
    await cleo.waitsFor(({ modals }) => modals[0]);
    expect(await cleo.submits({ Net: 'a lot' })).toEqual({ ok: false, error: 'A whole number, please.' });
    expect(cleo.sees().modals[0]?.errors).toEqual({ net: 'A whole number, please.' });
    expect(await cleo.submits({ Net: '1200' })).toEqual({ ok: true });
    expect(cleo.sees().modals).toEqual([]);
    await cleo.waitsFor(({ messages }) =>
      Object.values(messages)
        .flat()
        .find(({ text }) => text === 'Net is 1200'),
    );
  });

  it('answers a command privately', async () => {
    const slack = await sandbox();
    await boltApp(slack, desk);
    await slack.as('ben').types('/spend this month', 'finance');
    const answer = await slack.as('ben').waitsFor(({ messages }) => messages[channelIds.finance]?.[0]);
    expect(answer).toMatchObject({ text: 'Spend of this month', ephemeral: true });
    expect(slack.as('ada').sees().messages[channelIds.finance]).toEqual([]);
  });

  it('tells the person what Slack tells when the app is away or silent', async () => {
    const slack = await sandbox();
    const ben = slack.as('ben');
    expect(await ben.types('/spend', 'finance')).toMatchObject({
      ok: false,
      error: expect.stringContaining('dispatch_failed'),
    });
    expect(await ben.types('/spent', 'finance')).toMatchObject({
      ok: false,
      error: expect.stringContaining('not a valid command'),
    });
    expect(ben.sees().app.connected).toBe(false);
  });

  it('shows the page’s snapshot to each by their own memberships', async () => {
    const slack = await sandbox();
    const names = (person: string) =>
      slack
        .as(person)
        .sees()
        .channels.map(({ name }) => name);
    expect(names('ada')).toEqual(['invoices', 'finance', 'ops', 'general', 'with-acme', 'Penny']);
    expect(names('gus')).toEqual(['invoices', 'Penny']);
    expect(names('paul')).toEqual(['with-acme']);
    expect(names('dora')).toEqual([]);
    expect(await slack.as('dora').types('hello', 'general')).toEqual({
      ok: false,
      error: 'This account is deactivated.',
    });
  });

  it('writes down every call without tokens', async () => {
    const slack = await sandbox();
    await new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl }).auth.test();
    expect(slack.journal).toMatchObject([
      { kind: 'call', method: 'auth.test', status: 200, answer: { ok: true, user_id: userIds.bot } },
    ]);
    expect(JSON.stringify(slack.journal)).not.toContain(slack.botToken);
  });
});
