import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../../src/sandbox/page-api.ts';
import { channelIds, userIds } from '../../src/sandbox/seed.ts';
import { sandbox } from './bolt-app.ts';

async function post(url: string, body: BodyInit, headers = {}) {
  const response = await fetch(url, { method: 'POST', body, headers });
  return { status: response.status, result: await response.text() };
}

describe('the page’s server', () => {
  it('lets a person act and see', async () => {
    const slack = await sandbox();
    const action = JSON.stringify({ do: 'post', channel: channelIds.general, text: 'Hello @ben' });
    expect((await post(`${slack.url}sandbox/act?as=${userIds.ada}`, action)).result).toMatch(/^\{"ok":true,"ts":/);
    const seen = await fetch(`${slack.url}sandbox/snapshot?as=${userIds.ben}`).then((response) => response.json());
    expect(seen.messages[channelIds.general]).toMatchObject([{ text: `Hello <@${userIds.ben}>`, user: userIds.ada }]);
    expect(seen.channels.find(({ name }: { name: string }) => name === 'general')).toMatchObject({ unread: 1 });
    await post(
      `${slack.url}sandbox/act?as=${userIds.ben}`,
      JSON.stringify({ do: 'read', channel: channelIds.general }),
    );
    expect(
      slack
        .as('ben')
        .sees()
        .channels.find(({ name }) => name === 'general')?.unread,
    ).toBe(0);
  });

  it('answers for a menu of the app only where the person sees it', async () => {
    const slack = await sandbox();
    const typed = { at: { viewId: 'V0GONE' }, blockId: 'b', actionId: 'a', query: 'x' };
    const to = `${slack.url}sandbox/look-up?as=${userIds.ada}`;
    expect((await post(to, JSON.stringify(typed))).result).toContain('This field is gone');
    expect(await post(to, '{}')).toMatchObject({ status: 400 });
  });

  it('sends a snapshot at once and after each change', async () => {
    const slack = await sandbox();
    const stop = new AbortController();
    const response = await fetch(`${slack.url}sandbox/live?as=${userIds.ada}`, { signal: stop.signal });
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    const next = async (): Promise<Snapshot> => {
      let data = '';
      while (!data.endsWith('\n\n')) data += (await reader?.read())?.value ?? '';
      return JSON.parse(data.replace(/^data: /, ''));
    };
    expect((await next()).messages[channelIds.general]).toEqual([]);
    await slack.as('ben').types('one', 'general');
    await slack.as('ben').types('two', 'general');
    expect((await next()).messages[channelIds.general]?.map(({ text }) => text)).toEqual(['one', 'two']);
    stop.abort();
  });

  it('takes files and samples', async () => {
    const path = join(await mkdtemp(join(tmpdir(), 'sandbox-')), 'bill.pdf');
    await writeFile(path, '%PDF');
    const slack = await sandbox({ samples: [{ name: 'bill.pdf', description: 'A bill', path }] });
    expect(slack.as('ada').sees().samples).toEqual([{ name: 'bill.pdf', description: 'A bill', size: 4 }]);
    const to = `as=${userIds.cleo}&channel=${channelIds.invoices}`;
    await post(`${slack.url}sandbox/upload?${to}&name=B%C3%A4r.csv&comment=two%20rows`, 'a,b');
    await post(`${slack.url}sandbox/sample?${to}&name=bill.pdf`, '');
    const [first, second] = slack.as('ada').sees().messages[channelIds.invoices] ?? [];
    expect(first).toMatchObject({ text: 'two rows', files: [{ name: 'Bär.csv', mimetype: 'text/csv', size: 3 }] });
    expect(second).toMatchObject({ files: [{ name: 'bill.pdf' }] });
    expect((await post(`${slack.url}sandbox/sample?${to}&name=none.pdf`, '')).result).toContain(
      'no sample called none.pdf',
    );
    expect(
      (await post(`${slack.url}sandbox/upload?as=${userIds.cleo}&channel=${channelIds.ops}&name=a`, 'x')).result,
    ).toContain('not in this channel');
  });

  it('never shows a shared page as a page', async () => {
    const slack = await sandbox();
    await slack.as('ada').shares({ name: 'evil.svg', bytes: Buffer.from('<svg onload="x"/>') }, 'general');
    const [file] = slack.as('ada').sees().messages[channelIds.general]?.[0]?.files ?? [];
    const response = await fetch(new URL(file?.url ?? '', slack.url));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toContain('attachment');
  });

  it('keeps other web pages out', async () => {
    const slack = await sandbox();
    const url = `${slack.url}sandbox/act?as=${userIds.ada}`;
    const action = JSON.stringify({ do: 'post', channel: channelIds.general, text: 'x' });
    expect((await post(url, action, { origin: 'https://evil.test' })).status).toBe(403);
    expect((await post(url, action, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(url, action, { origin: slack.url.slice(0, -1) })).status).toBe(200);
  });

  it('says so when it does not understand', async () => {
    const slack = await sandbox();
    expect(await post(`${slack.url}sandbox/act?as=${userIds.ada}`, '{"do":"fly"}')).toMatchObject({ status: 400 });
    expect(await post(`${slack.url}sandbox/act?as=U0NOBODY01`, '{"do":"home"}')).toMatchObject({ status: 404 });
  });

  it('leads a permalink to its message', async () => {
    const slack = await sandbox();
    const to = async (path: string) => (await fetch(slack.url + path, { redirect: 'manual' })).headers.get('location');
    expect(await to('archives/C0INVOICES/p1795445899968000')).toBe('/#at=C0INVOICES&thread=1795445899.968000');
    expect(await to('archives/C0INVOICES/p1795445899968000?thread_ts=1795445899.000100')).toBe(
      '/#at=C0INVOICES&thread=1795445899.000100',
    );
    expect(await to('archives/%0d%0aevil/p1')).toBe('/#at=%250d%250aevil&thread=p1');
  });

  it('serves the page', async () => {
    const slack = await sandbox();
    const get = (path: string) =>
      fetch(slack.url + path).then(async (response) => [response.status, (await response.text()).length > 100]);
    expect(await get('')).toEqual([200, true]);
    expect(await get('page.js')).toEqual([200, true]);
    expect(await get('page.css')).toEqual([200, true]);
  });
});
