import { readXlsx } from 'hucre/xlsx';
import Papa from 'papaparse';
import { beforeAll, describe, expect, test } from 'vitest';
import { jobs } from '../../src/jobs/all.ts';
import { read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

const slack = smallWorkspace();
const desk = await testDesk({ workspace: slack.workspace });
beforeAll(async () => {
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  const book = (change: Parameters<typeof facts>[0]) =>
    desk.ports.store.ledger.book(newInvoice({ facts: facts(change) }), ben.may('invoice.add'));
  await book({
    vendor: '=HYPERLINK("http://x")',
    number: '-1+2',
    totalMinor: -123_456n,
    netMinor: null,
    taxMinor: null,
  });
  await book({
    vendor: 'Καφέ, "Ω" \n Ltd',
    number: '0042',
    currency: 'JPY',
    totalMinor: 700n,
    netMinor: 700n,
    taxMinor: 0n,
    category: 'Travel',
  });
  await book({
    vendor: 'Kuwait Trading',
    number: 'K1',
    date: '2025-12-31',
    currency: 'KWD',
    totalMinor: 9_007_199_254_740_993n,
    netMinor: null,
    taxMinor: null,
  });
});

/** What the person finds in their messages with Penny. */
async function exported(words: string) {
  const reply = read(await desk.chat(`/invoice export ${words}`.trim(), 'ben'));
  const [task] = await desk.database.query<{ data: object }>({
    text: "delete from pgboss.job where name = 'send-export' returning data",
    values: [],
  });
  const before = slack.attached.length;
  const job = jobs.find(({ name }) => name === 'send-export');
  if (task) await job?.run(task.data, desk.ports, new AbortController().signal);
  return { reply, file: slack.attached[before] };
}
const rowsOf = (bytes: Buffer | undefined) =>
  Papa.parse<string[]>(
    bytes
      ?.toString()
      .replace(/^\uFEFF/, '')
      .trimEnd() ?? '',
  ).data;

describe('a CSV file', () => {
  test('comes in the messages of who asked, with every counted invoice, exact, and nothing that a spreadsheet would run', async () => {
    const { reply, file } = await exported('');
    expect(reply).toBe('3 invoices, all time: the file comes in our direct messages as soon as it is written.');
    expect(file).toMatchObject({ channel: 'DUBEN', thread: null, name: 'invoices all time.csv' });
    expect(rowsOf(file?.bytes).map((row) => row.slice(0, 11))).toEqual([
      ['Vendor', 'Tax id', 'IBAN', 'Invoice number', 'Date', 'Due date', 'Currency', 'Net', 'Tax', 'Total', 'Category'],
      ['Kuwait Trading', '', '', 'K1', '2025-12-31', '', 'KWD', '', '', '9007199254740.993', ''],
      [`'=HYPERLINK("http://x")`, '', '', `'-1+2`, '2026-03-04', '', 'EUR', '', '', '-1234.56', ''],
      ['Καφέ, "Ω" \n Ltd', '', '', '0042', '2026-03-04', '', 'JPY', '700', '0', '700', 'Travel'],
    ]);
  });

  test('period, currency, vendor and category choose', async () => {
    expect(rowsOf((await exported('2026 currency:jpy')).file?.bytes)).toHaveLength(2);
    expect(rowsOf((await exported('vendor:kuwait')).file?.bytes)).toHaveLength(2);
    expect(rowsOf((await exported('category:trav')).file?.bytes)).toHaveLength(2);
    expect((await exported('2019')).reply).toMatch(/There is no such invoice/);
    expect((await exported('some day')).reply).toMatch(/“some day” is no period/);
  });
});

test('an Excel workbook has numbers as numbers, and more digits than it keeps as words', async () => {
  const { file } = await exported('--xlsx');
  expect(file?.name).toBe('invoices all time.xlsx');
  const book = await readXlsx(file?.bytes ?? Buffer.alloc(0));
  const rows = book.sheets[0]?.rows.map((row) => [row[0], row[3], row[9]]);
  expect(rows).toEqual([
    ['Vendor', 'Invoice number', 'Total'],
    ['Kuwait Trading', 'K1', '9007199254740.993'],
    ['=HYPERLINK("http://x")', '-1+2', -1234.56],
    ['Καφέ, "Ω" \n Ltd', '0042', 700],
  ]);
});

test('who may not take invoices out gets none; who does is on record', async () => {
  expect(read(await desk.chat('/invoice export', 'cleo'))).toMatch(/does not let you take invoices out as a file/);
  await exported('2026');
  expect((await desk.ports.store.audit.newest(5)).map(({ action }) => action)).toContain('invoice.export');
});
