import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { intake, openDesk } from './desk.ts';
import { errors, objects, quiet, shownOnce } from './end-state.ts';
import { ownLedger } from './ledger.ts';
import { failing, is, locked, type Moment, type Scene, waitsFor } from './moments.ts';

/**
 * SIGKILL at points of the life of a file that a scanner put into the inbox, a new Penny each time, and two of them at the end. It waits for heartbeats that
 * are missed, two minutes in all: run it with PENNY_SLOW_TESTS=1. `test/workflows/crash.test.ts` dies at every call of the same way in each run.
 */
const ledger = await ownLedger();
const desk = await openDesk({ DATABASE_URL: ledger.url });
const scene: Scene = { desk, ...ledger };
const bills = join(import.meta.dirname, '../bills');
const inbox = join(desk.folder, 'inbox');

type DropMoment = Pick<Moment, 'name' | 'file' | 'arrange'> & { readonly reached: () => Promise<boolean> };
const shareOf = (file: string, where: string) =>
  is(scene, `select from document_share where file_name = $1 and ${where}`, [file]);

const moments: readonly DropMoment[] = [
  {
    name: 'it is noted, and nobody was told',
    file: 'kestrel-hosting.pdf',
    ...failing('chat.postMessage', false),
    reached: () => shareOf('kestrel-hosting.pdf', 'message_ts is null'),
  },
  {
    name: 'Slack has the message that tells of it, and has not said so',
    file: 'brandt-werkzeugbau.pdf',
    ...failing('chat.postMessage', true),
    reached: async () => said('brandt-werkzeugbau.pdf').length > 0,
  },
  {
    name: 'it is stored, and the database does not know',
    file: 'papeterie-du-canal.pdf',
    ...locked('document'),
    reached: () => waitsFor(scene, 'insert into document ('),
  },
  {
    name: 'it is being read',
    file: 'ostwind-logistik-scan.png',
    reached: () => shareOf('ostwind-logistik-scan.png', "state = 'reading'"),
  },
  {
    name: 'it is read, and not booked',
    file: 'harbour-pine-joinery.pdf',
    ...locked('invoice'),
    reached: () => waitsFor(scene, 'insert into invoice'),
  },
];

const said = (file: string) =>
  (desk.cleo.sees().messages[intake] ?? []).filter(({ text }) => text === `${file} came in by the inbox.`);

async function killedAt({ name, file, arrange, reached }: DropMoment): Promise<void> {
  await copyFile(join(bills, file), join(inbox, file));
  const over = await arrange?.(scene);
  const penny = await desk.start(); // and looks into the inbox
  const until = Date.now() + 90_000; // a look that was killed keeps the next one waiting until its heartbeat is missed
  while (!(await reached())) {
    if (Date.now() > until) throw new Error(`it never came to this: ${name}`);
    await pause(5);
  }
  await penny.kill();
  await over?.();
}

test.runIf(process.env.PENNY_SLOW_TESTS)(
  'killed at any moment of a dropped file’s life, she tells of it, books it and clears it away exactly once',
  {
    timeout: 480_000,
  },
  async () => {
    await mkdir(inbox, { recursive: true });
    for (const moment of moments) await killedAt(moment);
    await copyFile(join(bills, 'groene-kas-ubl.xml'), join(inbox, 'last.xml'));

    const replicas = await Promise.all([desk.start(), desk.start()]);
    await quiet(ledger.database, moments.length + 1, 120);

    const files = [...moments.map(({ file }) => file), 'last.xml'];
    const { database } = ledger;
    const booked = await database.query<{ file: string; invoices: bigint; records: bigint }>({
      text: `
      select s.file_name as file,
             (select count(*) from invoice i where i.document_id = s.document_id) as invoices,
             (select count(*) from audit_log a where a.action = 'document.drop' and a.subject = 'share ' || s.id) as records
        from document_share s where s.state = 'booked' order by s.id`,
      values: [],
    });
    expect(booked.toSorted((a, b) => a.file.localeCompare(b.file))).toEqual(
      files.toSorted((a, b) => a.localeCompare(b)).map((file) => ({ file, invoices: 1n, records: 1n })),
    );
    for (const file of files) {
      expect(said(file)).toHaveLength(1);
      shownOnce(desk, { name: file, file, ts: said(file)[0]?.ts ?? '', events: 0 });
    }
    expect(await objects(desk.folder)).toHaveLength(files.length);
    expect(await readdir(inbox)).toEqual([]);
    for (const replica of replicas) expect((await replica.stop()).status).toBe(0);
    expect(errors(desk)).toEqual([]);
  },
);
