import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import { z } from 'zod';
import { trendSpec } from '../../src/adapters/vega/trend-spec.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds, userIds } from '../../src/sandbox/seed.ts';
import { bareVega } from './bare-vega.ts';
import { webApi } from './web-api.ts';

const Place = z.object({ ok: z.literal(true), upload_url: z.string(), file_id: z.string() });
const Posted = z.object({ ok: z.boolean() });

/** One query, Vega in this thread, the calls of Slack that a picture needs, and the message tried until Slack takes it. */
export async function spendByHand(sandbox: Sandbox, bare: pg.Pool): Promise<void> {
  const { rows } = await bare.query<{ month: string; minor: string }>(`
    select to_char(date, 'YYYY-MM') as month, sum(total_minor) as minor from invoice
     where state <> 'held' and date > current_date - 365 group by 1 order by 1`);
  const months = rows.map(({ month, minor }) => ({ month, minor: BigInt(minor) }));
  const x = { field: 'month', as: 'month' } as const;
  const y = { field: 'minor', as: 'money' } as const;
  const png = await bareVega(trendSpec({ mark: 'trend', x, y, title: 'Spend', currency: 'EUR' }, months, 'en-GB'));

  const slack = webApi(sandbox);
  const asked = await slack.call('files.getUploadURLExternal', { filename: 'spend.png', length: `${png.length}` });
  const { upload_url, file_id } = Place.parse(asked);
  await slack.upload(upload_url, png);
  await slack.call('files.completeUploadExternal', { files: JSON.stringify([{ id: file_id }]) });
  const blocks = [{ type: 'image', slack_file: { id: file_id }, alt_text: 'Spend by month' }];
  const message = { channel: channelIds.finance, user: userIds.ben, text: 'Spend', blocks: JSON.stringify(blocks) };
  for (let tries = 0; tries < 500; tries += 1) {
    if (Posted.parse(await slack.call('chat.postEphemeral', message)).ok) return;
    await pause(5);
  }
  throw new Error('Slack does not take the picture');
}
