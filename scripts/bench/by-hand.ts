import { writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { bareText } from './bare-text.ts';
import { bareInvoice, type Server } from './desk.ts';
import type { Bill, Milestones } from './watch.ts';

const Answer = z.object({ ok: z.literal(true), ts: z.string().optional() });
const Info = z.object({
  file: z.object({
    url_private: z.string(),
    shares: z.object({ public: z.record(z.string(), z.array(z.object({ ts: z.string() }))).optional() }).optional(),
  }),
});

/** What it takes at least: the same calls of Slack, the same PDF library, one row; nothing kept, queued, checked or interpreted. */
export async function byHand(sandbox: Sandbox, server: Server, bill: Bill, channel: string): Promise<Milestones> {
  const call = caller(sandbox);
  const began = performance.now();
  const since = () => performance.now() - began;
  const shared = await sandbox.as('ben').shares(bill, channel);
  if (!shared.ok || !shared.file) throw new Error('the bill could not be shared');
  const { ts, url } = await located(call, shared.file, channel);
  Answer.parse(await call('reactions.add', { channel, timestamp: ts, name: 'eyes' }));
  const eyes = since();
  const bytes = await download(url, sandbox.botToken);
  await writeFile(`${server.scratch}/${bill.name}`, bytes);
  const fetched = since();
  const text = await bareText(bytes);
  const read = since();
  await server.bare.query(bareInvoice, [bill.name]);
  const inserted = since();
  Answer.parse(await call('chat.postMessage', { channel, thread_ts: ts, text: text.slice(0, 200) }));
  const posted = since();
  return {
    'eyes seen': eyes,
    'file fetched': fetched,
    'text read': read,
    'row inserted': inserted,
    'message seen': posted,
  };
}

type Call = (method: string, args: Readonly<Record<string, string>>) => Promise<unknown>;

const caller =
  ({ apiUrl, botToken }: Sandbox): Call =>
  async (method, args) => {
    const headers = { authorization: `Bearer ${botToken}` };
    const answer = await fetch(apiUrl + method, { method: 'POST', headers, body: new URLSearchParams(args) });
    return answer.json();
  };

/** Slack says some moments after the sharing in which message the file stands. */
async function located(call: Call, file: string, channel: string): Promise<{ ts: string; url: string }> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { file: info } = Info.parse(await call('files.info', { file }));
    const ts = info.shares?.public?.[channel]?.[0]?.ts;
    if (ts !== undefined) return { ts, url: info.url_private };
    await pause(5);
  }
  throw new Error('Slack does not say where the file stands');
}

async function download(url: string, token: string): Promise<Uint8Array> {
  const response = await fetch(url, { headers: { authorization: `Bearer ${token}` } });
  return new Uint8Array(await response.arrayBuffer());
}
