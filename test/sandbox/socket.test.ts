import { describe, expect, it, onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { boltApp, sandbox, webClient } from './bolt-app.ts';

type Frame = Readonly<Record<string, unknown>>;

async function ticket(slack: Sandbox): Promise<string> {
  const { url = '' } = await webClient(slack, slack.appToken).apps.connections.open();
  return url;
}

/** An app reduced to its wire: says nothing, keeps what it hears. */
async function ear(url: string): Promise<{ readonly socket: WebSocket; readonly heard: Frame[] }> {
  const socket = new WebSocket(url);
  const heard: Frame[] = [];
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  onTestFinished(() => socket.terminate());
  await new Promise((resolve, reject) => socket.once('message', resolve).once('error', reject));
  return { socket, heard };
}

describe('a socket', () => {
  it('is greeted with the number of connections', async () => {
    const slack = await sandbox();
    const first = await ear(await ticket(slack));
    const second = await ear(await ticket(slack));
    expect(first.heard).toMatchObject([
      {
        type: 'hello',
        num_connections: 1,
        debug_info: { host: expect.any(String) },
        connection_info: { app_id: 'A0PENNYAPP' },
      },
    ]);
    expect(second.heard).toMatchObject([{ type: 'hello', num_connections: 2 }]);
  });

  it('takes a ticket once, and none that was not issued', async () => {
    const slack = await sandbox();
    const url = await ticket(slack);
    await ear(url);
    await expect(ear(url)).rejects.toThrow();
    await expect(ear(url.replace(/ticket=\w+/, 'ticket=GUESSED'))).rejects.toThrow();
  });

  it('shares the messages with the others: each goes to one of them', async () => {
    const slack = await sandbox();
    const ears = [await ear(await ticket(slack)), await ear(await ticket(slack))];
    for (let n = 0; n < 4; n += 1)
      await slack.as('ada').shares({ name: `${n}.pdf`, bytes: Buffer.from('x') }, 'invoices');
    const events = () => ears.map(({ heard }) => heard.filter(({ type }) => type === 'events_api').length);
    await expect.poll(events).toEqual([2, 2]);
  });

  it('carries envelopes with all that Socket Mode puts around them', async () => {
    const slack = await sandbox();
    const { heard, socket } = await ear(await ticket(slack));
    await slack.as('ada').shares({ name: 'a.pdf', bytes: Buffer.from('x') }, 'invoices');
    const answer = slack.as('ada').types('/spend', 'finance');
    await expect.poll(() => heard.length).toBe(3);
    expect(heard[1]).toMatchObject({
      type: 'events_api',
      envelope_id: expect.any(String),
      accepts_response_payload: false,
      retry_attempt: 0,
      retry_reason: '',
      payload: { type: 'event_callback' },
    });
    expect(heard[2]).toMatchObject({
      type: 'slash_commands',
      accepts_response_payload: true,
      payload: { command: '/spend' },
    });
    socket.send('not JSON');
    socket.send(JSON.stringify({ envelope_id: heard[2]?.envelope_id }));
    expect(await answer).toEqual({ ok: true });
  });

  it('hears goodbye when the sandbox stops', async () => {
    const slack = await sandbox();
    const { socket } = await ear(await ticket(slack));
    const code = new Promise((resolve) => socket.once('close', resolve));
    await slack.stop();
    expect(await code).toBe(1001);
  });

  it('is asked to reconnect, and Bolt does', async () => {
    const slack = await sandbox();
    await boltApp(slack, (app) => app.command('/spend', async ({ ack }) => ack()), 300);
    slack.faults.refreshSockets();
    const ada = slack.as('ada');
    await ada.waitsFor(({ app }) => !app.connected);
    await ada.waitsFor(({ app }) => app.connected);
    expect(await ada.types('/spend', 'finance')).toEqual({ ok: true });
  });
});
