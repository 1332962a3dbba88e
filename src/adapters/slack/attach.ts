import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Attachment } from '../../ports/workspace.ts';
import { type Clients, patiently } from './clients.ts';

/** Shares a file in a channel, or in a thread there; returns its id. Slack wants its length first, so it is written to `temp` before. */
export async function attach(
  channel: string,
  thread: string | null,
  { name, content, says }: Attachment,
  { clients, temp }: { readonly clients: Clients; readonly temp: string },
): Promise<string> {
  await mkdir(temp, { recursive: true, mode: 0o700 });
  const path = join(temp, `${randomUUID()}.shared`); // swept away with the fetched ones, should Penny be killed now
  try {
    await pipeline(Readable.from(content), createWriteStream(path, { mode: 0o600 }));
    const file = { file: path, filename: name, initial_comment: says };
    const place = thread === null ? { channel_id: channel } : { channel_id: channel, thread_ts: thread };
    const { files } = await patiently(() => clients.posts.filesUploadV2({ ...place, ...file }));
    const id = files[0]?.files?.[0]?.id;
    if (!id) throw new Error('Slack took a file without saying its id.');
    return id;
  } finally {
    await rm(path, { force: true });
  }
}
