import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChildren } from '../../src/adapters/children/children.ts';
import { streamChildren } from '../../src/adapters/children/stream-child.ts';
import { diskObjects } from '../../src/adapters/disk-objects/disk-objects.ts';
import { fileName } from '../../src/adapters/sniff/file-name.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import { spreadsheets } from '../../src/adapters/spreadsheet/spreadsheets.ts';
import { authorize } from '../../src/domain/access.ts';
import type { Saying } from '../../src/domain/reply.ts';
import { loadImport } from '../../src/jobs/load-import.ts';
import { readDocument } from '../../src/jobs/read-document.ts';
import { receiveFile } from '../../src/workflows/receive-file.ts';
import { afterwards } from './afterwards.ts';
import { control, partText, testDesk } from './chat.ts';
import { smallWorkspace } from './workspace.ts';

type Named = { readonly name: string; readonly bytes: Uint8Array };

export const csv = (text: string, name = 'spend.csv'): Named => ({ name, bytes: Buffer.from(text) });

const never = new AbortController().signal;

/** A desk to which tables are shared by their Slack ids: real files, real reader, real database; Slack is small. */
export async function tablesDesk(files: Readonly<Record<string, Named>>) {
  const slack = smallWorkspace(files);
  const folder = await mkdtemp(join(tmpdir(), 'penny-tables-'));
  const children = startChildren({ count: 1 });
  const streams = streamChildren();
  afterwards(async () => {
    streams.stop();
    await children.stop();
    await rm(folder, { recursive: true });
  });
  const desk = await testDesk({
    workspace: slack.workspace,
    objects: diskObjects(folder),
    sniff: async (path, known) => ({ ...known, type: await sniffFile(path), name: fileName(known.name) }),
    spreadsheets: spreadsheets(children.run, streams.stream),
  });
  const { ports } = desk;

  async function saying(share: bigint): Promise<Saying> {
    const [row] = await desk.database.query<{ saying: Saying }>({
      text: 'select saying from outbox where key = $1',
      values: [`share:${share}`],
    });
    return row?.saying ?? { summary: '', parts: [] };
  }
  async function press(share: bigint, label: string) {
    return desk.press(control({ kind: 'say', to: 'channel', saying: await saying(share) }, label), 'ben');
  }
  /** The task of that name that waits; it waits no longer. */
  async function task(name: string): Promise<unknown> {
    const [taken] = await desk.database.query<{ data: object }>({
      text: 'delete from pgboss.job where name = $1 returning data',
      values: [name],
    });
    return taken?.data;
  }
  return {
    desk,
    ports,
    slack,
    press,
    task,
    async shared(file: string): Promise<bigint> {
      const grant = authorize(await ports.store.directory.actor(desk.people.cleo), 'document.share');
      await receiveFile(file, 'CIN', grant, ports.store);
      const { share } = await ports.store.documents.share({
        slackFile: file,
        channel: 'CIN',
        slackUser: desk.people.cleo,
      });
      await readDocument.run({ share: String(share.id) }, ports, never);
      return share.id;
    },
    shows: async (share: bigint) => (await saying(share)).parts.map(partText).join('\n'),
    async load(share: bigint): Promise<void> {
      await press(share, 'Load');
      await loadImport.run(await task('load-import'), ports, never);
    },
  };
}
