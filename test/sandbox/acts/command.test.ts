import type { RespondArguments, SlashCommand } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { manualClock } from '../../../src/sandbox/clock.ts';
import { channelIds, userIds } from '../../../src/sandbox/seed.ts';
import { boltApp, sandbox } from '../bolt-app.ts';

/** A workspace whose app answers `/spend` in its acknowledgement, and `/penny` never. */
async function answering(answer?: RespondArguments) {
  const clock = manualClock();
  const slack = await sandbox({ clock });
  const bodies: SlashCommand[] = [];
  await boltApp(slack, (app) => {
    app.command('/spend', async ({ ack, body }) => {
      bodies.push(body);
      await (answer ? ack(answer) : ack());
    });
    app.command('/penny', async ({ body }) => void bodies.push(body));
  });
  return {
    clock,
    slack,
    bodies,
    ben: slack.as('ben'),
    told: () => slack.as('ben').sees().messages[channelIds.finance],
  };
}

describe('a command', () => {
  it('carries who, where, and a way to answer; names become links', async () => {
    const { ben, bodies } = await answering();
    expect(await ben.types('/spend by @Cleo in #ops <b>', 'finance')).toEqual({ ok: true });
    expect(bodies).toMatchObject([
      {
        command: '/spend',
        text: `by <@${userIds.cleo}|cleo> in <#${channelIds.ops}|ops> &lt;b&gt;`,
        user_id: userIds.ben,
        user_name: 'ben',
        channel_id: channelIds.finance,
        channel_name: 'finance',
        team_domain: 'penny-and-co',
        trigger_id: expect.any(String),
        response_url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/actions\//),
      },
    ]);
  });

  it('shows the acknowledgement to the person alone, or to all', async () => {
    const quiet = await answering({ text: 'for you' });
    await quiet.ben.types('/spend', 'finance');
    expect(quiet.told()).toMatchObject([{ text: 'for you', ephemeral: true, user: userIds.bot }]);
    const loud = await answering({ text: 'for all', response_type: 'in_channel' });
    await loud.ben.types('/spend', 'finance');
    expect(loud.told()).toMatchObject([{ text: 'for all', ephemeral: false }]);
    const bad = await answering({ blocks: [{ type: 'alert', text: { type: 'plain_text', text: 'x' } }] });
    expect(await bad.ben.types('/spend', 'finance')).toEqual({
      ok: false,
      error: '/spend failed with the error “invalid_blocks”.',
    });
  });

  it('that nobody acknowledges is not sent again', async () => {
    const { clock, ben, bodies } = await answering();
    const result = ben.types('/penny help', 'finance');
    await expect.poll(() => bodies.length).toBe(1);
    clock.advance(3000);
    expect(await result).toMatchObject({ ok: false, error: expect.stringContaining('operation_timeout') });
    clock.advance(600_000);
    expect(bodies).toHaveLength(1);
  });

  it('works where the app is no member', async () => {
    const { ben, slack } = await answering({ text: 'here too' });
    await ben.types('/spend', 'general');
    expect(slack.as('ben').sees().messages[channelIds.general]).toMatchObject([{ text: 'here too' }]);
  });
});

describe('a shortcut', () => {
  it('on a message sends the message, one from the menu sends none', async () => {
    const slack = await sandbox();
    const bodies: object[] = [];
    await boltApp(slack, (app) => {
      app.shortcut(/.*/, async ({ ack, body }) => {
        bodies.push(body);
        await ack();
      });
    });
    const ben = slack.as('ben');
    const posted = await ben.types('see this', 'invoices');
    await ben.uses('Read as invoice', { channel: channelIds.invoices, ts: posted.ok ? (posted.ts ?? '') : '' });
    await ben.uses('Add invoice');
    expect(bodies).toMatchObject([
      {
        type: 'message_action',
        callback_id: 'invoice_from_message',
        message: { text: 'see this' },
        channel: { name: 'invoices' },
      },
      { type: 'shortcut', callback_id: 'invoice_new', trigger_id: expect.any(String) },
    ]);
  });
});
