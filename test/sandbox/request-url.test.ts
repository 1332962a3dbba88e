import type { AddressInfo } from 'node:net';
import { App, HTTPReceiver } from '@slack/bolt';
import { describe, expect, it, onTestFinished } from 'vitest';
import { manualClock } from '../../src/sandbox/clock.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds } from '../../src/sandbox/seed.ts';
import { quiet, sandbox } from './bolt-app.ts';

/** The real Bolt behind HTTP; answers with its address. */
async function httpApp(slack: Sandbox, set: (app: App) => void, signingSecret = slack.signingSecret): Promise<string> {
  const receiver = new HTTPReceiver({ signingSecret, logger: quiet });
  const app = new App({ token: slack.botToken, receiver, clientOptions: { slackApiUrl: slack.apiUrl }, logger: quiet });
  set(app);
  const server = await app.start(0);
  onTestFinished(async () => void (await app.stop()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`; // a TCP server has such an address
}

describe('delivery by signed requests', () => {
  it('reaches an app by HTTP: events, commands with their answers, presses', async () => {
    const slack = await sandbox();
    const shared: string[] = [];
    const url = await httpApp(slack, (app) => {
      app.event('file_shared', async ({ event }) => void shared.push(event.file_id));
      app.command('/spend', async ({ ack }) =>
        ack({
          text: 'Spend',
          blocks: [
            {
              type: 'actions',
              elements: [{ type: 'button', action_id: 'more', text: { type: 'plain_text', text: 'More' } }],
            },
          ],
        }),
      );
      app.action('more', async ({ ack, respond }) => {
        await ack();
        await respond({ text: 'More spend', replace_original: true });
      });
    });
    slack.deliversTo([url]);
    const ben = slack.as('ben');
    expect(ben.sees().app.connected).toBe(true);
    const file = await ben.shares({ name: 'bill.pdf', bytes: Buffer.from('x') }, 'invoices');
    await expect.poll(() => shared).toEqual([file.ok ? file.file : '']);
    expect(await ben.types('/spend', 'finance')).toEqual({ ok: true });
    expect(await ben.presses('More')).toEqual({ ok: true });
    await ben.waitsFor(({ messages }) => messages[channelIds.finance]?.find(({ text }) => text === 'More spend'));
  });

  it('goes to several replicas turn by turn', async () => {
    const slack = await sandbox();
    const seen: string[] = [];
    const replica = (name: string) =>
      httpApp(slack, (app) => app.event('file_shared', async () => void seen.push(name)));
    slack.deliversTo([await replica('one'), await replica('two')]);
    for (let n = 0; n < 4; n += 1)
      await slack.as('ben').shares({ name: `${n}.pdf`, bytes: Buffer.from('x') }, 'invoices');
    await expect.poll(() => seen.toSorted()).toEqual(['one', 'one', 'two', 'two']);
  });

  it('comes again as a retry when the app does not take it', async () => {
    const clock = manualClock(Date.now());
    const slack = await sandbox({ clock });
    const seen: (number | undefined)[] = [];
    const set = (app: App) => app.event('file_shared', async ({ context }) => void seen.push(context.retryNum));
    slack.deliversTo([await httpApp(slack, set, 'another secret'), await httpApp(slack, set)]);
    await slack.as('ben').shares({ name: 'bill.pdf', bytes: Buffer.from('x') }, 'invoices');
    clock.advance(3000);
    await expect.poll(() => seen).toEqual([1]);
  });
});
