import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError, WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { channelIds } from '../../src/sandbox/seed.ts';
import { boltApp, refusal, sandbox, webClient } from './bolt-app.ts';

const hello = { channel: channelIds.finance, text: 'hello' };

describe('faults', () => {
  it('429 says how long to wait, once', async () => {
    const slack = await sandbox();
    const { chat } = webClient(slack);
    slack.faults.next('chat.postMessage', { kind: 'ratelimited', retryAfterS: 7 });
    const error = await chat.postMessage(hello).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(WebAPIRateLimitedError);
    expect(error).toMatchObject({ retryAfter: 7 });
    expect(await chat.postMessage(hello)).toMatchObject({ ok: true });
    expect(slack.as('ada').sees().messages[channelIds.finance]).toHaveLength(1);
  });

  it.each([
    ['an error of the server', { kind: 'status', status: 500, accepted: true }, WebAPIHTTPError],
    ['a reset connection', { kind: 'reset', accepted: true }, WebAPIRequestError],
  ] as const)('%s may come after the message was taken', async (_, fault, type) => {
    const slack = await sandbox();
    slack.faults.next('chat.postMessage', fault);
    await expect(webClient(slack).chat.postMessage(hello)).rejects.toBeInstanceOf(type);
    expect(slack.as('ada').sees().messages[channelIds.finance]).toHaveLength(1);
    expect(slack.journal).toMatchObject([{ method: 'chat.postMessage', status: fault.kind === 'reset' ? 0 : 500 }]);
  });

  it('a hanging call ends by the client’s own patience', async () => {
    const slack = await sandbox();
    slack.faults.next('chat.postMessage', { kind: 'hang' });
    const impatient = new WebClient(slack.botToken, {
      slackApiUrl: slack.apiUrl,
      retryConfig: { retries: 0 },
      timeout: 100,
    });
    await expect(impatient.chat.postMessage(hello)).rejects.toThrow();
    expect(slack.as('ada').sees().messages[channelIds.finance]).toEqual([]);
  });

  it('can be any error of Slack’s, any number of times, for any method', async () => {
    const slack = await sandbox();
    slack.faults.next('*', { kind: 'error', error: 'fatal_error' }, 2);
    const client = webClient(slack);
    expect(await refusal(client.auth.test())).toMatchObject({ error: 'fatal_error' });
    expect(await refusal(client.chat.postMessage(hello))).toMatchObject({ error: 'fatal_error' });
    expect(await client.auth.test()).toMatchObject({ ok: true });
    slack.faults.next('auth.test', { kind: 'error', error: 'fatal_error' });
    slack.faults.clear();
    expect(await client.auth.test()).toMatchObject({ ok: true });
  });

  it('reach uploads as well', async () => {
    const slack = await sandbox();
    slack.faults.next('files.upload', { kind: 'status', status: 503 });
    const upload = webClient(slack).filesUploadV2({ filename: 'a.txt', content: 'x' });
    await expect(upload).rejects.toThrow();
  });

  it('reach downloads: a login page, half of the bytes', async () => {
    const slack = await sandbox();
    const shared = await slack.as('cleo').shares({ name: 'bill.pdf', bytes: Buffer.from('%PDF-1.7') }, 'invoices');
    const { file } = await webClient(slack).files.info({ file: shared.ok ? (shared.file ?? '') : '' });
    const get = () => fetch(file?.url_private ?? '', { headers: { authorization: `Bearer ${slack.botToken}` } });
    slack.faults.next('files.download', { kind: 'login-page' });
    expect(await (await get()).text()).toContain('Sign in');
    slack.faults.next('files.download', { kind: 'cut-off' });
    await expect(get().then((response) => response.text())).rejects.toThrow();
    expect(await (await get()).text()).toBe('%PDF-1.7');
    expect(slack.journal.filter((entry) => entry.kind === 'call' && entry.method === 'files.download')).toHaveLength(3);
  });

  it('reach response addresses, before or after the answer is taken', async () => {
    const slack = await sandbox();
    const urls: string[] = [];
    await boltApp(slack, (app) =>
      app.command('/spend', async ({ ack, body }) => {
        urls.push(body.response_url);
        await ack();
      }),
    );
    await slack.as('ada').types('/spend', 'finance');
    const respond = () =>
      fetch(urls[0] ?? '', {
        method: 'POST',
        body: JSON.stringify({ text: 'x' }),
        headers: { 'content-type': 'application/json' },
      });
    slack.faults.next('response_url', { kind: 'status', status: 500 });
    expect((await respond()).status).toBe(500);
    expect(slack.as('ada').sees().messages[channelIds.finance]).toEqual([]);
    slack.faults.next('response_url', { kind: 'status', status: 500, accepted: true });
    expect((await respond()).status).toBe(500);
    expect(slack.as('ada').sees().messages[channelIds.finance]).toHaveLength(1);
  });
});
