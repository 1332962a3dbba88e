import { describe, expect, it } from 'vitest';
import { manualClock } from '../../../src/sandbox/clock.ts';
import { channelIds, userIds } from '../../../src/sandbox/seed.ts';
import { boltApp, refusal, sandbox, webClient } from '../bolt-app.ts';

const { invoices, finance, general } = channelIds;
const picture = (id: string) => [{ type: 'image', alt_text: 'A chart', slack_file: { id } }];

function uploadedId(answer: object): string {
  const { files } = answer as { files: { files: { id: string }[] }[] }; // filesUploadV2 types its answer as any call's
  return files[0]?.files[0]?.id ?? '';
}

describe('a file that a person shares', () => {
  it('is announced without a timestamp, and unknown in kind and place until it is scanned', async () => {
    const clock = manualClock();
    const slack = await sandbox({ clock, fileProcessingMs: 2000 });
    const told = Promise.withResolvers<object>();
    await boltApp(slack, (app) => app.event('file_shared', async ({ event }) => told.resolve(event)));
    const shared = await slack.as('cleo').shares({ name: 'Bill 7.pdf', bytes: Buffer.from('%PDF') }, 'invoices');
    const id = shared.ok ? (shared.file ?? '') : '';
    expect(await told.promise).toEqual({
      type: 'file_shared',
      file_id: id,
      file: { id },
      user_id: userIds.cleo,
      channel_id: invoices,
      event_ts: expect.any(String),
    });
    const { files } = webClient(slack);
    expect((await files.info({ file: id })).file).toMatchObject({
      name: 'Bill 7.pdf',
      size: 4,
      mimetype: '',
      filetype: '',
      shares: {},
    });
    clock.advance(2000);
    const { file } = await files.info({ file: id });
    expect(file).toMatchObject({ mimetype: 'application/pdf', filetype: 'pdf', channels: [invoices] });
    expect(file?.shares?.public?.[invoices]?.[0]).toMatchObject({
      ts: shared.ok ? shared.ts : '',
      channel_name: 'invoices',
    });
  });

  it('is downloaded with the token; without it comes a login page with status 200', async () => {
    const slack = await sandbox();
    const shared = await slack.as('cleo').shares({ name: 'bill.pdf', bytes: Buffer.from('%PDF') }, 'invoices');
    const { file } = await webClient(slack).files.info({ file: shared.ok ? (shared.file ?? '') : '' });
    const url = file?.url_private_download ?? '';
    expect(new URL(url).host).toBe(slack.filesHost);
    const get = async (token: string) => {
      const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
      return [response.status, response.headers.get('content-type'), (await response.text()).slice(0, 15)];
    };
    expect(await get(slack.botToken)).toEqual([200, expect.any(String), '%PDF']);
    expect(await get('xoxb-wrong')).toEqual([200, 'text/html; charset=utf-8', '<!DOCTYPE html>']);
  });

  it('may be empty: what people drop is not always what it should be', async () => {
    const slack = await sandbox();
    const shared = await slack.as('cleo').shares({ name: 'empty.pdf', bytes: Buffer.alloc(0) }, 'invoices');
    const { file } = await webClient(slack).files.info({ file: shared.ok ? (shared.file ?? '') : '' });
    expect(file).toMatchObject({ name: 'empty.pdf', size: 0 });
  });

  it('is out of reach where the app is no member', async () => {
    const slack = await sandbox();
    const shared = await slack.as('cleo').shares({ name: 'secret.pdf', bytes: Buffer.from('x') }, 'general');
    const { files } = webClient(slack);
    expect(await refusal(files.info({ file: shared.ok ? (shared.file ?? '') : '' }))).toMatchObject({
      error: 'file_not_found',
    });
    expect((await files.list({ channel: general })).files).toEqual([]);
    expect(slack.journal.filter(({ kind }) => kind === 'envelope')).toEqual([]);
  });

  it('is found again by files.list since a time, and is gone when deleted', async () => {
    const clock = manualClock();
    const slack = await sandbox({ clock });
    const cleo = slack.as('cleo');
    await cleo.shares({ name: 'old.pdf', bytes: Buffer.from('x') }, 'invoices');
    clock.advance(60_000);
    const since = String(clock.now() / 1000);
    const shared = await cleo.shares({ name: 'new.pdf', bytes: Buffer.from('x') }, 'invoices');
    const id = shared.ok ? (shared.file ?? '') : '';
    const { files } = webClient(slack);
    const listed = await files.list({ channel: invoices, ts_from: since });
    expect(listed.files?.map(({ name }) => name)).toEqual(['new.pdf']);
    expect(await refusal(files.delete({ file: id }))).toMatchObject({ error: 'cant_delete_file' });
    expect(await slack.as('noor').deletesFile(id)).toMatchObject({ ok: false });
    expect(await cleo.deletesFile(id)).toEqual({ ok: true });
    expect(await refusal(files.info({ file: id }))).toMatchObject({ error: 'file_deleted' });
  });

  it('comes with its message to an app that may read history', async () => {
    const slack = await sandbox({
      workspace: { scopes: ['channels:history', 'files:read'], events: ['file_shared', 'message.channels'] },
    });
    const events: object[] = [];
    await boltApp(slack, (app) => {
      app.event('file_shared', async ({ event }) => void events.push(event));
      app.event('message', async ({ event }) => void events.push(event));
    });
    await slack.as('cleo').shares({ name: 'bill.pdf', bytes: Buffer.from('x') }, 'invoices', { comment: 'May & June' });
    await expect.poll(() => events.length).toBe(2);
    expect(events).toContainEqual(
      expect.objectContaining({
        subtype: 'file_share',
        text: 'May &amp; June',
        user: userIds.cleo,
        files: [expect.objectContaining({ name: 'bill.pdf' })],
      }),
    );
  });
});

describe('a file that the app uploads', () => {
  it('appears some time after the answer, so that a later message may stand above it', async () => {
    const clock = manualClock();
    const slack = await sandbox({ clock, fileProcessingMs: 1000 });
    const client = webClient(slack);
    const answer = await client.filesUploadV2({
      channel_id: finance,
      filename: 'may.png',
      file: Buffer.from('png'),
      alt_text: 'Spend',
      initial_comment: 'May',
    });
    await client.chat.postMessage({ channel: finance, text: 'Above?' });
    clock.advance(1000);
    const seen = slack.as('ada').sees().messages[finance];
    expect(seen?.map(({ text }) => text)).toEqual(['Above?', 'May']);
    const [file] = seen?.[1]?.files ?? [];
    expect(file).toMatchObject({ id: uploadedId(answer), name: 'may.png', altText: 'Spend', mimetype: 'image/png' });
    const bytes = await fetch(new URL(file?.url ?? '', slack.url)).then((response) => response.text());
    expect(bytes).toBe('png');
  });

  it('comes back to the app as file_shared of its own', async () => {
    const slack = await sandbox();
    const told = Promise.withResolvers<string>();
    await boltApp(slack, (app) => app.event('file_shared', async ({ event }) => told.resolve(event.user_id)));
    await webClient(slack).filesUploadV2({ channel_id: finance, filename: 'a.csv', content: 'a,b' });
    expect(await told.promise).toBe(userIds.bot);
  });

  it('can stand in a block once it is scanned, and not before', async () => {
    const clock = manualClock();
    const slack = await sandbox({ clock, fileProcessingMs: 1000 });
    const client = webClient(slack);
    const id = uploadedId(await client.filesUploadV2({ filename: 'may.png', file: Buffer.from('png') }));
    const post = () => client.chat.postMessage({ channel: finance, text: 'May', blocks: picture(id) });
    expect(await refusal(post())).toMatchObject({
      error: 'invalid_blocks',
      response_metadata: { messages: ['[ERROR] invalid slack file [json-pointer:/blocks/0/slack_file]'] },
    });
    clock.advance(1000);
    expect(await post()).toMatchObject({ ok: true });
    const page = (person: string) => fetch(`${slack.url}sandbox/file/${id}?as=${person}`).then(({ status }) => status);
    expect([await page(userIds.ada), await page(userIds.cleo)]).toEqual([200, 404]);
  });

  it('that is no picture never can', async () => {
    const slack = await sandbox({ fileProcessingMs: 0 });
    const client = webClient(slack);
    const id = uploadedId(await client.filesUploadV2({ filename: 'may.pdf', file: Buffer.from('x') }));
    expect(
      await refusal(client.chat.postMessage({ channel: finance, text: 'May', blocks: picture(id) })),
    ).toMatchObject({ error: 'invalid_blocks' });
  });

  it('needs a channel that the app is in', async () => {
    const client = webClient(await sandbox());
    expect(await refusal(client.filesUploadV2({ channel_id: general, filename: 'a.txt', content: 'x' }))).toMatchObject(
      { error: 'not_in_channel' },
    );
  });
});
