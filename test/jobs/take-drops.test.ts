import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { startChildren } from '../../src/adapters/children/children.ts';
import { diskDrops } from '../../src/adapters/disk-objects/disk-drops.ts';
import { diskObjects } from '../../src/adapters/disk-objects/disk-objects.ts';
import { einvoiceReader } from '../../src/adapters/einvoice/reader.ts';
import { embeddedReader } from '../../src/adapters/embedded/reader.ts';
import { interpretApart } from '../../src/adapters/interpreter/interpreter.ts';
import { fileName } from '../../src/adapters/sniff/file-name.ts';
import { assertSize, sniffFile } from '../../src/adapters/sniff/sniff.ts';
import { Fault } from '../../src/domain/fault.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { deliverWish } from '../../src/jobs/deliver-wish.ts';
import { readDocument } from '../../src/jobs/read-document.ts';
import { showInvoice } from '../../src/jobs/show-invoice.ts';
import { takeDrops } from '../../src/jobs/take-drops.ts';
import { type Desk, partText, read, testDesk } from '../support/chat.ts';
import { smallWorkspace } from '../support/workspace.ts';

const bills = join(import.meta.dirname, '../bills');
const never = new AbortController().signal;
const children = startChildren();
let desk: Desk;
let folder: string;
let ports: Ports;
let said = 0;
const slack = smallWorkspace();

beforeAll(async () => {
  desk = await testDesk({
    sniff: async (path, known) => ({ ...known, type: await sniffFile(path), name: fileName(known.name) }),
    readers: [einvoiceReader(children.run), embeddedReader(children.run)],
    interpret: interpretApart(children.run),
  });
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'penny inbox '));
  said = slack.posts.length;
  const drops = diskDrops({
    folder,
    log: desk.ports.log,
    nameOf: fileName,
    fits: (size) => assertSize(size),
    stillFor: 10,
  });
  ports = { ...desk.ports, workspace: slack.workspace, objects: diskObjects(folder), drops };
});
afterEach(() => rm(folder, { recursive: true, force: true }));
afterAll(() => children.stop());

const rows = <Row = Record<string, unknown>>(text: string, ...values: unknown[]) =>
  desk.database.query<Row>({ text, values });
const inbox = (name: string) => join(folder, 'inbox', name);

async function drop(bill: string, as: string): Promise<void> {
  await mkdir(dirname(inbox(as)), { recursive: true });
  await copyFile(join(bills, bill), inbox(as));
}

/** What the queue would do, each job until it is done: the look, the messages, the readings, the cards. */
async function look(on: Ports = ports): Promise<void> {
  await takeDrops.run({}, on, never);
  await deliver(on);
  for (const { id } of await rows<{ id: bigint }>(
    "select id from document_share where state in ('received', 'reading')",
  ))
    await readDocument.run({ share: String(id) }, on, never);
  for (const { id } of await rows<{ id: bigint }>('select id from invoice'))
    await showInvoice.run({ invoice: String(id) }, on, never);
  await deliver(on);
}
async function deliver(on: Ports): Promise<void> {
  for (const { id } of await rows<{ id: bigint }>('select id from outbox order by id'))
    await deliverWish.run({ wish: String(id) }, on, never);
}
/** What Slack shows of this test: messages in the channel, and what stands below each. */
const told = () =>
  slack.posts
    .slice(said)
    .filter(({ thread }) => thread === null)
    .map(({ ts, saying }) => ({
      says: saying.summary,
      mark: slack.marks.get(ts),
      below: slack.posts
        .filter(({ thread }) => thread === ts)
        .map((post) => post.saying.parts.map(partText).join('\n')),
    }));
const objects = async () =>
  (await readdir(join(folder, 'objects'), { recursive: true }).catch(() => [])).filter((path) =>
    /[0-9a-f]{64}$/.test(path),
  );

test('a dropped file is told of in the intake channel, and booked below as a shared one is; the inbox is empty then', async () => {
  await drop('kestrel-hosting.pdf', 'floor 2/scan-0042.pdf');

  await look();
  await look();

  expect(told()).toEqual([
    {
      says: 'scan-0042.pdf came in by the inbox.',
      mark: 'white_check_mark',
      below: [expect.stringContaining('Booked as')],
    },
  ]);
  expect(told()[0]?.below[0]).toContain('[Confirm] [Correct] [Items] [Not an invoice] [Delete]');
  expect(
    await rows(
      "select source, u.standing from invoice i join app_user u on u.id = i.added_by where number = 'KCH-2026-00418'",
    ),
  ).toEqual([{ source: 'drop', standing: 'penny' }]);
  expect(await readdir(inbox('floor 2'))).toEqual([]);
  expect(await objects()).toHaveLength(1);
  expect(await rows("select actor, after from audit_log where action = 'document.drop'")).toEqual([
    { actor: 'Penny', after: { key: 'inbox/floor 2/scan-0042.pdf' } },
  ]);
});

test('the same bytes again are a duplicate with a link to the first, by the inbox or shared', async () => {
  await drop('kestrel-hosting.pdf', 'again.pdf');
  await look();

  const [{ below, mark } = { below: [], mark: null }] = told();
  expect(mark).toBe('warning');
  expect(below).toEqual([
    expect.stringMatching(/exactly this file is in the ledger already\. It came in by the inbox, see this message/),
  ]);
  expect(await rows("select state from invoice where number = 'KCH-2026-00418'")).toHaveLength(1);
  expect(await readdir(join(folder, 'inbox'))).toEqual([]);
});

test('the same name with other bytes is another invoice; an e-invoice stays one', async () => {
  await drop('brandt-werkzeugbau.pdf', 'scan.pdf');
  await look();
  await drop('groene-kas-ubl.xml', 'scan.pdf');
  await look();

  expect(told()).toHaveLength(2);
  expect(await rows('select source from invoice order by id desc limit 2')).toEqual([
    { source: 'e_invoice' },
    { source: 'drop' },
  ]);
});

test('a bad file is told of with a sentence, kept beside the inbox, and listed as needing a person', async () => {
  await mkdir(join(folder, 'inbox'));
  await writeFile(inbox('übersicht.xlsx.pdf'), 'Hello,\nplease find our list.\n');
  await writeFile(inbox('empty.pdf'), '');
  await drop('blank.png', 'blank.png');
  await look();

  const told3 = told().map(({ says, mark, below }) => ({ says, mark, below: below.join() }));
  const [{ id } = { id: 0n }] = await rows<{ id: bigint }>(
    "select id from document_share where file_name = 'übersicht.xlsx.pdf'",
  );
  expect(told3).toContainEqual({
    says: 'übersicht.xlsx.pdf came in by the inbox.',
    mark: 'warning',
    below: expect.stringMatching(new RegExp(`This is plain text[\\s\\S]*kept in the folder “refused/${id}”`)),
  });
  expect(told3.map(({ below }) => below).join('\n')).toMatch(/This file is empty/);
  expect(await readFile(join(folder, 'refused', String(id), 'übersicht.xlsx.pdf'), 'utf8')).toContain('our list');
  expect(await readdir(join(folder, 'inbox'))).toEqual([]);

  const queue = read(await desk.chat('/invoice review', 'ben'));
  expect(queue).toMatch(/übersicht\.xlsx\.pdf from the inbox\nThis is plain text/);
  expect(queue).toMatch(/blank\.png from the inbox[\s\S]*\[Read again\]/);
  expect(queue).not.toMatch(/This is plain text[^[]*\[Read again\]/); // it would say the same
  expect(read(await desk.chat('/invoice review', 'cleo'))).not.toContain('from the inbox');
});

test('several replicas at once: each file is told of, read and booked by one of them', async () => {
  for (const [i, bill] of ['papeterie-du-canal.pdf', 'harbour-pine-joinery.pdf', 'kestrel-credit-note.pdf'].entries())
    await drop(bill, `${i}.pdf`);
  const before = (await rows('select from invoice')).length;

  await Promise.all(Array.from({ length: 4 }, () => takeDrops.run({}, ports, never)));
  await deliver(ports);
  const shares = await rows<{ id: bigint }>("select id from document_share where state = 'received'");
  await Promise.all([...shares, ...shares].map(({ id }) => readDocument.run({ share: String(id) }, ports, never)));

  expect(shares).toHaveLength(3);
  expect(
    told()
      .map(({ says }) => says)
      .toSorted(),
  ).toEqual([0, 1, 2].map((i) => `${i}.pdf came in by the inbox.`));
  expect((await rows('select from invoice')).length).toBe(before + 3);
  expect(await readdir(join(folder, 'inbox'))).toEqual([]);
}, 60_000);

test('a file that somebody took away again is said to be gone', async () => {
  await drop('truncated.pdf', 'gone.pdf');
  await takeDrops.run({}, ports, never);
  await rm(inbox('gone.pdf'));
  await look();

  expect(told()).toMatchObject([
    { mark: 'warning', below: [expect.stringMatching(/left the inbox[\s\S]*Nothing was booked/)] },
  ]);
  expect(await rows("select state from document_share where file_name = 'gone.pdf'")).toEqual([{ state: 'refused' }]);
});

test('without an intake channel it waits', async () => {
  await drop('kestrel-hosting.pdf', 'waits.pdf');
  await look({ ...ports, settings: { ...ports.settings, intakeChannels: [] } });

  expect(told()).toEqual([]);
  expect(await readdir(join(folder, 'inbox'))).toEqual(['waits.pdf']);
});

test('a file whose channel is gone is booked all the same', async () => {
  await drop('blue-mesa-analytics.pdf', 'nowhere.pdf');
  const closed: Ports['workspace'] = {
    ...slack.workspace,
    post: async () => {
      throw new Fault('missing', 'There is no such channel.');
    },
  };
  await look({ ...ports, workspace: closed });

  expect(await rows("select state from document_share where file_name = 'nowhere.pdf'")).toEqual([{ state: 'booked' }]);
});

test('the reading waits for Slack to take the message under which it answers', async () => {
  await drop('atelier-verdier-factur-x.pdf', 'early.pdf');
  await takeDrops.run({}, ports, never);
  const [{ id } = { id: 0n }] = await rows<{ id: bigint }>(
    "select id from document_share where file_name = 'early.pdf'",
  );

  const reading = readDocument.run({ share: String(id) }, ports, never);
  await deliver(ports);
  await reading;
  await look();
  expect(told()).toMatchObject([
    { says: 'early.pdf came in by the inbox.', below: [expect.stringContaining('Booked as')] },
  ]);
});
