import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { bareText } from './bare-text.ts';
import { bareEvent, bareInvoice, type Server } from './desk.ts';
import type { Bill, Milestones } from './watch.ts';
import { type WebApi, webApi } from './web-api.ts';

const Done = z.object({ ok: z.literal(true) });
const Info = z.object({
  file: z.object({
    url_private: z.string(),
    shares: z.object({ public: z.record(z.string(), z.array(z.object({ ts: z.string() }))).optional() }).optional(),
  }),
});

/** What it takes at least: the same calls of Slack, the same PDF library, a row for the event and one for the invoice; nothing queued, checked or interpreted. */
export async function byHand(sandbox: Sandbox, server: Server, bill: Bill, channel: string): Promise<Milestones> {
  const slack = webApi(sandbox);
  const done = async (method: string, args: Readonly<Record<string, string>>) =>
    Done.parse(await slack.call(method, args));
  const began = performance.now();
  const since: Record<string, number> = {};
  const reached = (what: string) => {
    since[what] = performance.now() - began;
  };

  const shared = await sandbox.as('ben').shares(bill, channel);
  if (!shared.ok || !shared.file) throw new Error('the bill could not be shared');
  await server.bare.query(bareEvent, [shared.file, JSON.stringify(shared)]);
  reached('event row inserted');
  const { ts, url } = await located(slack, shared.file, channel);
  const message = { channel, timestamp: ts };
  await done('reactions.add', { ...message, name: 'eyes' });
  reached('eyes seen');
  const bytes = await slack.download(url);
  await writeFile(join(server.scratch, bill.name), bytes);
  reached('file fetched');
  const text = await bareText(bytes);
  reached('text read');
  await server.bare.query(bareInvoice, [bill.name]);
  reached('row inserted');
  await done('chat.postMessage', { channel, thread_ts: ts, text: text.slice(0, 200) });
  reached('message seen');
  await done('reactions.add', { ...message, name: 'white_check_mark' });
  await done('reactions.remove', { ...message, name: 'eyes' });
  reached('tick seen');
  return since;
}

/** Slack says some moments after the sharing in which message the file stands. */
async function located(slack: WebApi, file: string, channel: string): Promise<{ ts: string; url: string }> {
  for (let tries = 0; tries < 500; tries += 1) {
    const { file: info } = Info.parse(await slack.call('files.info', { file }));
    const ts = info.shares?.public?.[channel]?.[0]?.ts;
    if (ts !== undefined) return { ts, url: info.url_private };
    await pause(5);
  }
  throw new Error('Slack does not say where the file stands');
}
