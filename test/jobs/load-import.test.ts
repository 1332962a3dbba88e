import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Ports } from '../../src/engine/ports.ts';
import { loadImport } from '../../src/jobs/load-import.ts';
import { csv, tablesDesk } from '../support/tables.ts';

/** Tables from the sharing to the ledger: real files, real reader, real database; Slack is small. */
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
  FBAD: csv('Supplier,Invoice no,Date,Amount,Currency\nX,1,2026-05-01,1,EUR\n', 'late.csv'),
};

const { desk, ports, slack, shared, shows, press, load } = await tablesDesk(files);
const never = new AbortController().signal;

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
