import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { startChildren } from '../../src/adapters/children/children.ts';
import { streamChildren } from '../../src/adapters/children/stream-child.ts';
import { diskObjects } from '../../src/adapters/disk-objects/disk-objects.ts';
import { fileName } from '../../src/adapters/sniff/file-name.ts';
import { sniffFile } from '../../src/adapters/sniff/sniff.ts';
import { spreadsheets } from '../../src/adapters/spreadsheet/spreadsheets.ts';
import { authorize } from '../../src/domain/access.ts';
import type { Saying } from '../../src/domain/reply.ts';
import type { Ports } from '../../src/engine/ports.ts';
import { loadImport } from '../../src/jobs/load-import.ts';
import { readDocument } from '../../src/jobs/read-document.ts';
import { receiveFile } from '../../src/workflows/receive-file.ts';
import { afterwards } from '../support/afterwards.ts';
import { type Desk, form, partText, testDesk } from '../support/chat.ts';
import { smallWorkspace } from '../support/workspace.ts';

/** Tables from the sharing to the ledger: real files, real reader, real database; Slack is small. */
const csv = (text: string, name = 'spend.csv') => ({ name, bytes: Buffer.from(text) });
const paid = readFileSync(join(import.meta.dirname, '../bills/bezahlte-rechnungen.csv'));
const files: Record<string, { readonly name: string; readonly bytes: Uint8Array }> = {
  FPAID: { name: 'bezahlte-rechnungen.csv', bytes: paid },
  FAGAIN: { name: 'wieder.csv', bytes: paid },
  FNEXT: csv(
    'Supplier,Invoice no,Date,Amount,Currency\nAcme,A-1,2026-03-02,100.50,EUR\nAcme,A-2,2026-03-02,soon,EUR\n',
    'march.csv',
  ),
  FLIKE: csv('Supplier,Invoice no,Date,Amount,Currency\nBolt,B-1,2026-04-02,7,EUR\n', 'april.csv'),
  FODD: csv('thing,other,size\nred,blue,1\ngreen,pink,2\n', 'colours.csv'),
  FTITLED: csv('Spend of April\n\nSupplier,Invoice no,Date,Amount,Currency\nBolt,B-2,2026-05-04,9,EUR\n', 'titled.csv'),
  FDAYS: csv('Vendor name,Doc,Paid on,Sum\nAcme,D-1,01/13/2026,9.00\nAcme,D-2,31/01/2026,4.00\n', 'days.csv'),
  FBAD: csv('Supplier,Invoice no,Date,Amount,Currency\nX,1,2026-05-01,1,EUR\n', 'late.csv'),
};

let desk: Desk;
let ports: Ports;
const slack = smallWorkspace(files);
const never = new AbortController().signal;
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'penny-tables-'));
  const children = startChildren({ count: 1 });
  const streams = streamChildren();
  afterwards(async () => {
    streams.stop();
    await children.stop();
    await rm(folder, { recursive: true });
  });
  desk = await testDesk({
    workspace: slack.workspace,
    objects: diskObjects(folder),
    sniff: async (path, known) => ({ ...known, type: await sniffFile(path), name: fileName(known.name) }),
    spreadsheets: spreadsheets(children.run, streams.stream),
  });
  ports = desk.ports;
});

async function shared(file: string): Promise<bigint> {
  const grant = authorize(await ports.store.directory.actor(desk.people.cleo), 'document.share');
  await receiveFile(file, 'CIN', grant, ports.store);
  const { share } = await ports.store.documents.share({ slackFile: file, channel: 'CIN', slackUser: desk.people.cleo });
  await readDocument.run({ share: String(share.id) }, ports, never);
  return share.id;
}
async function saying(share: bigint): Promise<Saying> {
  const [row] = await desk.database.query<{ saying: Saying }>({
    text: 'select saying from outbox where key = $1',
    values: [`share:${share}`],
  });
  return row?.saying ?? { summary: '', parts: [] };
}
const shows = async (share: bigint) => (await saying(share)).parts.map(partText).join('\n');
async function press(share: bigint, label: string) {
  const controls = (await saying(share)).parts.flatMap((part) => (part.part === 'controls' ? part.controls : []));
  const control = controls.find((one) => one.label === label);
  if (!control) throw new Error(`there is no ${label}`);
  return desk.press(control, 'ben');
}
async function load(share: bigint): Promise<void> {
  await press(share, 'Load');
  const [task] = await desk.database.query<{ data: object }>({
    text: "delete from pgboss.job where name = 'load-import' returning data",
    values: [],
  });
  await loadImport.run(task?.data, ports, never);
}

describe('a table that a ledger program wrote', () => {
  test('is shown, loaded, and what was not booked comes as a file with the reasons', async () => {
    const share = await shared('FPAID');
    expect(await shows(share)).toMatch(
      /^bezahlte-rechnungen\.csv is a table of invoices\. (?:.|\n)*Vendor \| Lieferant \| Stadtwerke Aalen · .*\nInvoice number \| Rechnungsnr\. \| R-26-100 .*\nDate \| Rechnungsdatum \| 01\.01\.2026 .*\nNet \| Netto \| .*\nTax \| USt \| .*\nTotal \| Brutto \| .*\nCategory \| Warengruppe \| /,
    );
    await load(share);

    expect(await shows(share)).toMatch(
      /Accepted: 36\nDuplicates: 1\nRejected: 2\nTotal in EUR: €[\d,.]+ \(36 invoices\)/,
    );
    const [file] = slack.attached;
    expect(file).toMatchObject({ channel: 'CIN', thread: 'ts-FPAID', name: 'not booked - bezahlte-rechnungen.csv' });
    const [heading, ...rows] = file?.bytes.toString().trimEnd().split('\r\n') ?? [];
    expect(heading).toBe('\uFEFFLine,Result,Lieferant,Rechnungsnr.,Rechnungsdatum,Netto,USt,Brutto,Warengruppe,Reason');
    expect(rows).toEqual([
      expect.stringMatching(/^40,duplicate,Stadtwerke Aalen,R-26-100,.*The same as line 4 of this file\.$/),
      expect.stringMatching(/^41,rejected,Nordlicht Reinigung,R-26-190,30\.02\.2026,.*30\.02\.2026/),
      expect.stringMatching(/^42,rejected,Stadtwerke Aalen,R-26-191,12\.03\.2026,.*offen/),
    ]);
  });

  test('the job run again says the same and sends no second file', async () => {
    const [{ id } = { id: 0n }] = await desk.database.query<{ id: bigint }>({
      text: 'select id from import order by id limit 1',
      values: [],
    });
    await loadImport.run({ import: String(id) }, ports, never);
    expect(slack.attached).toHaveLength(1);
  });

  test('the same bytes shared again are told to be loaded', async () => {
    expect(await shows(await shared('FAGAIN'))).toMatch(
      /^wieder\.csv is a duplicate: exactly this table is loaded already by .*, as bezahlte-rechnungen\.csv\./,
    );
  });
});

test('columns that a person named are those of the next file of the layout', async () => {
  const first = await shared('FNEXT');
  expect(await shows(first)).toContain(
    '1 of its 2 rows cannot be booked like this: line 3: “soon” is not an amount. Load the others,',
  );
  await load(first);
  expect(await shows(first)).toMatch(/1 of 2 rows are booked(?:.|\n)*Total in EUR: €100\.50 \(1 invoice\)/);
  const next = await shared('FLIKE');
  expect(await shows(next)).toMatch(/Vendor \| Supplier \| Bolt\nInvoice number \| Invoice no \| B-1/);
  const titled = await shared('FTITLED');
  expect(await shows(titled)).toMatch(/Vendor \| Supplier \| Bolt\n(?:.|\n)*Its one row can be read like this\./);
  await load(titled);
  expect(await shows(titled)).toMatch(/every row is booked/);
});

test('once a person has said how dates are written, the rows are tried anew', async () => {
  const share = await shared('FDAYS');
  const before = await shows(share);
  expect(before).toMatch(/1 of its 2 rows cannot be booked like this: line \d: The date/);
  const line = /line (\d)/.exec(before)?.[1];
  const opened = form(await press(share, 'Change columns'));
  const initial = Object.fromEntries(
    opened.questions.flatMap((question) =>
      'initial' in question && question.initial ? [[question.name, question.initial]] : [],
    ),
  );
  await desk.submit(opened, { ...initial, dates: initial.dates === 'dmy' ? 'mdy' : 'dmy' }, 'ben');
  expect(await shows(share)).toMatch(new RegExp(`line ${line === '2' ? 3 : 2}: The date`));
});

test('a table that is none of invoices asks what its columns are', async () => {
  expect(await shows(await shared('FODD'))).toMatch(
    /^Penny does not see which columns of colours\.csv(?:.|\n)*\[Change columns\] \[Not this one\]$/,
  );
});

test('a file that cannot be loaded says why, booked nothing, and can be begun again', async () => {
  const share = await shared('FBAD');
  await press(share, 'Load');
  const broken: Ports = {
    ...ports,
    spreadsheets: {
      ...ports.spreadsheets,
      prepare: (file, mapping, signal) =>
        ports.spreadsheets.prepare({ ...file, path: `${file.path}-gone` }, mapping, signal),
    },
  };
  const [task] = await desk.database.query<{ data: object }>({
    text: "delete from pgboss.job where name = 'load-import' returning data",
    values: [],
  });
  await loadImport.run(task?.data, broken, never).catch(async () => loadImport.gaveUp?.(task?.data, broken));
  expect(await shows(share)).toMatch(
    /late\.csv: .*\nNothing of it was booked\.\n\[Load\] \[Change columns\] \[Not this one\]/,
  );
  await load(share);
  expect(await shows(share)).toMatch(/every row is booked/);
});
