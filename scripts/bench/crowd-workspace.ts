import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { seedOfManifest } from '../../src/sandbox/manifest.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds, defaultWorkspace, userIds } from '../../src/sandbox/seed.ts';
import type { Server } from './desk.ts';
import type { Bench } from './harness.ts';

/** Each with a channel in which there is nobody else but Penny. */
export const people = Array.from({ length: 20 }, (_, i) => ({ id: `U0CROWD${100 + i}`, channel: `C0CROWD${100 + i}` }));
export type Someone = (typeof people)[number];

/** The workspace of the manifest, in this process, with twenty people more. */
export async function openWorkspace(bench: Bench): Promise<Sandbox> {
  const { bot } = userIds;
  const manifest = parse(await readFile(join(import.meta.dirname, '../../manifest.yml'), 'utf8'));
  const workspace = {
    ...seedOfManifest(manifest),
    people: [
      ...defaultWorkspace.people,
      ...people.map(({ id }) => ({ id, name: id.toLowerCase(), realName: id, title: 'admin', color: '5b3fa8' })),
    ],
    channels: [
      ...defaultWorkspace.channels,
      ...people.map(({ id, channel }) => ({
        id: channel,
        name: channel.toLowerCase(),
        kind: 'private' as const,
        topic: '',
        members: [id, bot],
      })),
    ],
  };
  const sandbox = await startSandbox({ workspace });
  bench.later(() => sandbox.stop());
  return sandbox;
}

/** With which Penny serves that workspace on that server, all of its people admins. */
export const settingsFor = async ({ botToken, appToken, apiUrl }: Sandbox, server: Server, bench: Bench) => ({
  SLACK_BOT_TOKEN: botToken,
  SLACK_APP_TOKEN: appToken,
  SLACK_API_URL: apiUrl,
  PENNY_ADMINS: [userIds.cleo, ...people.map(({ id }) => id)].join(),
  PENNY_OPS_CHANNEL: channelIds.ops,
  PENNY_INTAKE_CHANNELS: channelIds.invoices,
  PENNY_FOLDER: await bench.folder(),
  DATABASE_URL: server.ownerUrl,
  DATABASE_READ_URL: server.readUrl,
});
