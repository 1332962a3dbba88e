import { describe, expect, it } from 'vitest';
import { channelIds, dmIds, userIds } from '../../../src/sandbox/seed.ts';
import { refusal, sandbox, webClient } from '../bolt-app.ts';

const { invoices, finance, general, ops } = channelIds;
const button = { type: 'actions', elements: [{ type: 'button', text: { type: 'plain_text', text: 'Go' } }] };

describe('posting', () => {
  it('answers with the message, ids filled in where the app gave none', async () => {
    const { chat } = webClient(await sandbox());
    const answer = await chat.postMessage({ channel: finance, text: 'May', blocks: [button] });
    expect(answer.message).toMatchObject({
      text: 'May',
      user: userIds.bot,
      bot_id: expect.stringMatching(/^B/),
      ts: answer.ts,
    });
    const [block] = answer.message?.blocks ?? [];
    expect(block).toMatchObject({ block_id: expect.any(String), elements: [{ action_id: expect.any(String) }] });
  });

  it('needs to be in the channel', async () => {
    const slack = await sandbox();
    const { chat } = webClient(slack);
    expect(await refusal(chat.postMessage({ channel: general, text: 'x' }))).toMatchObject({ error: 'not_in_channel' });
    expect(await refusal(chat.postMessage({ channel: 'C0NOWHERE1', text: 'x' }))).toMatchObject({
      error: 'channel_not_found',
    });
    slack.admin.leave(ops, userIds.bot);
    expect(await refusal(chat.postMessage({ channel: ops, text: 'x' }))).toMatchObject({ error: 'channel_not_found' });
  });

  it('reaches any public channel with chat:write.public', async () => {
    const slack = await sandbox({ workspace: { scopes: ['chat:write', 'chat:write.public'] } });
    expect(await webClient(slack).chat.postMessage({ channel: general, text: 'x' })).toMatchObject({ ok: true });
  });

  it('to a person goes into the direct message', async () => {
    const slack = await sandbox();
    const { chat } = webClient(slack);
    expect(await chat.postMessage({ channel: userIds.cleo, text: 'x' })).toMatchObject({ channel: dmIds.cleo });
    expect(await refusal(chat.postMessage({ channel: userIds.dora, text: 'x' }))).toMatchObject({
      error: 'user_disabled',
    });
  });

  it('refuses bad blocks with pointers, and no words at all', async () => {
    const { chat } = webClient(await sandbox());
    const bad = [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }];
    expect(await refusal(chat.postMessage({ channel: finance, text: 'x', blocks: bad }))).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] must be less than 151 characters [json-pointer:/blocks/0/text/text]'] },
    });
    expect(await refusal(chat.postMessage({ channel: finance, text: '' }))).toMatchObject({ error: 'no_text' });
  });

  it('cuts text at 40,000 characters', async () => {
    const { chat } = webClient(await sandbox());
    const { message } = await chat.postMessage({ channel: finance, text: 'x'.repeat(40_001) });
    expect(message?.text).toHaveLength(40_000);
  });

  it('keeps metadata for who asks for it', async () => {
    const slack = await sandbox({ workspace: { scopes: ['chat:write', 'channels:history'] } });
    const { chat, conversations } = webClient(slack);
    const metadata = { event_type: 'delivery', event_payload: { delivery_id: 'd-1' } };
    const { ts = '' } = await chat.postMessage({ channel: finance, text: 'x', metadata });
    await chat.postMessage({ channel: finance, text: 'reply', thread_ts: ts });
    expect((await conversations.history({ channel: finance })).messages).toEqual([
      expect.not.objectContaining({ metadata }),
    ]);
    const { messages } = await conversations.history({ channel: finance, include_all_metadata: true });
    expect(messages).toMatchObject([{ metadata, reply_count: 1, latest_reply: expect.any(String) }]);
    expect((await conversations.replies({ channel: finance, ts })).messages?.map(({ text }) => text)).toEqual([
      'x',
      'reply',
    ]);
  });
});

describe('changing', () => {
  it('replaces text and blocks of the app’s own messages only', async () => {
    const slack = await sandbox();
    const { chat } = webClient(slack);
    const { ts = '' } = await chat.postMessage({ channel: finance, text: 'reading', blocks: [button] });
    expect(await chat.update({ channel: finance, ts, text: 'read' })).toMatchObject({ ts, text: 'read' });
    expect(slack.as('ada').sees().messages[finance]).toMatchObject([{ text: 'read', blocks: [], edited: true }]);
    await chat.update({ channel: finance, ts, blocks: [button] });
    expect(slack.as('ada').sees().messages[finance]).toMatchObject([{ text: 'read', blocks: [{ type: 'actions' }] }]);
    const theirs = await slack.as('ada').types('hello', 'finance');
    const other = theirs.ok ? (theirs.ts ?? '') : '';
    expect(await refusal(chat.update({ channel: finance, ts: other, text: 'x' }))).toMatchObject({
      error: 'cant_update_message',
    });
    expect(await refusal(chat.delete({ channel: finance, ts: other }))).toMatchObject({ error: 'cant_delete_message' });
    expect(await refusal(chat.update({ channel: finance, ts: '1.2', text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    });
    await chat.delete({ channel: finance, ts });
    expect(slack.as('ada').sees().messages[finance]).toMatchObject([{ text: 'hello' }]);
  });

  it('with blocks is not marked as edited', async () => {
    const slack = await sandbox();
    const { chat } = webClient(slack);
    const { ts = '' } = await chat.postMessage({ channel: finance, text: 'reading' });
    await chat.update({ channel: finance, ts, text: 'read', blocks: [button] });
    expect(slack.as('ada').sees().messages[finance]).toMatchObject([{ text: 'read', edited: false }]);
  });

  it('does not reach an ephemeral message, which one person alone sees', async () => {
    const slack = await sandbox();
    const { chat } = webClient(slack);
    const { message_ts: ts = '' } = await chat.postEphemeral({
      channel: invoices,
      user: userIds.cleo,
      text: 'only you',
    });
    expect(slack.as('cleo').sees().messages[invoices]).toMatchObject([{ text: 'only you', ephemeral: true }]);
    expect(slack.as('ada').sees().messages[invoices]).toEqual([]);
    expect(await refusal(chat.update({ channel: invoices, ts, text: 'x' }))).toMatchObject({
      error: 'message_not_found',
    });
    expect(await refusal(chat.postEphemeral({ channel: finance, user: userIds.cleo, text: 'x' }))).toMatchObject({
      error: 'user_not_in_channel',
    });
  });

  it('links to a message and its thread', async () => {
    const slack = await sandbox();
    const { chat } = webClient(slack);
    const { ts = '' } = await chat.postMessage({ channel: finance, text: 'x' });
    const reply = await chat.postMessage({ channel: finance, text: 'y', thread_ts: ts });
    const link = await chat.getPermalink({ channel: finance, message_ts: reply.ts ?? '' });
    expect(link.permalink).toMatch(new RegExp(`/archives/${finance}/p\\d{16}\\?thread_ts=${ts}`));
  });
});

describe('reactions', () => {
  it('are added once and taken away once', async () => {
    const slack = await sandbox();
    const { chat, reactions } = webClient(slack);
    const { ts = '' } = await chat.postMessage({ channel: invoices, text: 'x' });
    const eyes = { channel: invoices, timestamp: ts, name: 'eyes' };
    await reactions.add(eyes);
    expect(slack.as('cleo').sees().messages[invoices]).toMatchObject([
      { reactions: [{ name: 'eyes', users: [userIds.bot] }] },
    ]);
    expect(await refusal(reactions.add(eyes))).toMatchObject({ error: 'already_reacted' });
    await reactions.remove(eyes);
    expect(await refusal(reactions.remove(eyes))).toMatchObject({ error: 'no_reaction' });
    expect(slack.as('cleo').sees().messages[invoices]).toMatchObject([{ reactions: [] }]);
  });
});
