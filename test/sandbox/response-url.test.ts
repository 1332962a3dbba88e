import { describe, expect, it } from 'vitest';
import { manualClock } from '../../src/sandbox/clock.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import { boltApp, sandbox, webClient } from './bolt-app.ts';

const { finance } = channelIds;
const row = [
  {
    type: 'actions' as const,
    elements: [{ type: 'button' as const, action_id: 'go', text: { type: 'plain_text' as const, text: 'Go' } }],
  },
];

/** A workspace, and the address the app got for what Ben has just done. */
async function withUrl(does: 'command' | 'press on a message' = 'command') {
  const clock = manualClock();
  const slack = await sandbox({ clock });
  const urls: string[] = [];
  await boltApp(slack, (app) => {
    app.command('/spend', async ({ ack, body }) => {
      urls.push(body.response_url);
      await ack();
    });
    app.action('go', async ({ ack, body }) => {
      if ('response_url' in body) urls.push(String(body.response_url));
      await ack();
    });
  });
  const ben = slack.as('ben');
  if (does === 'command') await ben.types('/spend', 'finance');
  else {
    await webClient(slack).chat.postMessage({ channel: finance, text: 'Bill', blocks: row });
    await ben.presses('Go');
  }
  const respond = async (body: object) => {
    const response = await fetch(urls[0] ?? '', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    });
    return `${response.status} ${await response.text()}`;
  };
  return { clock, slack, respond, told: () => ben.sees().messages[finance]?.map(({ text }) => text) };
}

describe('a response_url', () => {
  it('is good five times', async () => {
    const { respond, told } = await withUrl();
    for (let use = 1; use <= 5; use += 1) expect(await respond({ text: `${use}` })).toBe('200 ok');
    expect(await respond({ text: '6' })).toBe('404 {"ok":false,"error":"used_url"}');
    expect(told()).toEqual(['1', '2', '3', '4', '5']);
  });

  it('is good for half an hour', async () => {
    const { respond, clock } = await withUrl();
    clock.advance(30 * 60_000);
    expect(await respond({ text: 'in time' })).toBe('200 ok');
    clock.advance(1);
    expect(await respond({ text: 'late' })).toBe('404 {"ok":false,"error":"expired_url"}');
  });

  it('replaces what the command has answered', async () => {
    const { respond, told, slack } = await withUrl();
    await respond({ text: 'working' });
    await respond({ text: 'done', replace_original: true });
    expect(told()).toEqual(['done']);
    expect(slack.as('ada').sees().messages[finance]).toEqual([]);
  });

  it('replaces or deletes the message that was pressed, or adds a private one', async () => {
    const { respond, told, slack } = await withUrl('press on a message');
    await respond({ text: 'only you' });
    await respond({ text: 'Booked', replace_original: true });
    expect(told()).toEqual(['Booked', 'only you']);
    expect(
      slack
        .as('ada')
        .sees()
        .messages[finance]?.map(({ text }) => text),
    ).toEqual(['Booked']);
    await respond({ delete_original: true });
    expect(told()).toEqual(['only you']);
  });

  it('posts to all when told to', async () => {
    const { respond, slack } = await withUrl();
    await respond({ text: 'shared', response_type: 'in_channel' });
    expect(slack.as('ada').sees().messages[finance]).toMatchObject([{ text: 'shared', ephemeral: false }]);
  });

  it('refuses bad blocks, and pictures that belong to the app alone', async () => {
    const { respond, slack } = await withUrl();
    expect(await respond({ text: 'x', blocks: [{ type: 'graph' }] })).toMatch(/^400 .*invalid_blocks/);
    const answer = await webClient(slack).filesUploadV2({ filename: 'may.png', file: Buffer.from('png') });
    const id = /"id":"(F\w+)"/.exec(JSON.stringify(answer))?.[1];
    expect(await respond({ text: 'x', blocks: [{ type: 'image', alt_text: 'x', slack_file: { id } }] })).toMatch(
      /^400 .*invalid slack file/,
    );
  });
});
