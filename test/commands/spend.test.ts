import { beforeAll, expect, test } from 'vitest';
import { spend } from '../../src/commands/spend.ts';
import { sendReport } from '../../src/jobs/send-report.ts';
import { control, type Desk, menuOf, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';
import { smallWorkspace } from '../support/workspace.ts';

let desk: Desk;
const slack = smallWorkspace();
beforeAll(async () => {
  desk = await testDesk({ workspace: slack.workspace });
  const { store } = desk.ports;
  const ben = await seated(store, 'UBEN', 'accountant');
  const book = (number: string, vendor: string, date: string, totalMinor: bigint, currency = 'EUR') =>
    store.ledger.book(
      newInvoice({ facts: facts({ number, vendor, date, totalMinor, currency, netMinor: null, taxMinor: null }) }),
      ben.may('invoice.add'),
    );
  await book('1', 'Nordlicht Energie', '2026-03-02', 120_000n);
  await book('2', 'Blue Paper', '2026-03-10', 30_050n);
  await book('3', 'Blue Paper', '2026-02-10', 50_000n);
  await book('4', 'Blue Paper', '2026-03-11', -5_000n);
  await book('5', 'Overseas Inc', '2026-03-12', 99_900n, 'USD');
});

test('the overview has key figures, a picture, and adds only like with like', async () => {
  const shown = read(await desk.chat('/spend', 'ben'));

  expect(shown).toContain('€1,450.50'); // 1,200.00 + 300.50 - 50.00
  expect(shown).toMatch(/picture: .+/);
  expect(shown).toMatch(/Invoices: 3/);
});

test('vendors are ranked, with the same numbers beside the picture', async () => {
  const shown = read(await desk.chat('/spend vendors this month', 'ben'));

  expect(shown).toMatch(/Nordlicht Energie.*€1,200\.00/);
  expect(shown).toMatch(/Blue Paper.*€250\.50/);
  expect(shown).not.toContain('Overseas');
});

test('a currency, a period and a flag in any order', async () => {
  expect(read(await desk.chat('/spend currency:usd vendors 2026-03', 'ben'))).toMatch(/\$999\.00/);
  expect(read(await desk.chat('/spend 2026-02 trend —table', 'ben'))).toContain('€500.00');
});

async function filed(
  words: string,
): Promise<{ readonly shown: string; readonly csv: string; readonly file: object | undefined }> {
  const shown = read(await desk.chat(words, 'ben'));
  const [task] = await desk.database.query<{ data: object }>({
    text: "delete from pgboss.job where name = 'send-report' returning data",
    values: [],
  });
  const before = slack.attached.length;
  if (task) await sendReport.run(task.data, desk.ports, new AbortController().signal);
  const file = slack.attached[before];
  return { shown, csv: file?.bytes.toString().replace(/^\uFEFF/, '') ?? '', file };
}

test.each([
  ['trend 2026-02 to 2026-03', 'Month,Spend (EUR),Invoices\r\n2026-02,500.00,1\r\n2026-03,1450.50,3\r\n'],
  ['vendors 2026-03 category:office', ''],
  [
    'vendors 2026-03',
    'Vendor,Spend (EUR),Share (%),Invoices\r\nNordlicht Energie,1200.00,82.7,1\r\nBlue Paper,250.50,17.3,2\r\n',
  ],
])('--csv sends the numbers of /spend %s to the person as plain ones', async (words, csv) => {
  const { shown, ...sent } = await filed(`/spend ${words} --csv`);
  expect(sent.csv).toBe(csv);
  if (csv === '') expect(shown).toContain('There are no numbers, so there is no file.');
  else {
    expect(shown).toContain('The numbers come as a file in our direct messages.');
    expect(sent.file).toMatchObject({ channel: 'DUBEN', thread: null, name: expect.stringMatching(/^spend .*\.csv$/) });
  }
});

test('very many rows stand in a table only where somebody asks for them', async () => {
  const ben = await seated(desk.ports.store, 'UBEN', 'accountant');
  for (let day = 1; day <= 32; day += 1) {
    const date = new Date(Date.UTC(2025, 5, day)).toISOString().slice(0, 10);
    const one = facts({
      number: `D${day}`,
      vendor: 'Daily Bread',
      date,
      totalMinor: 100n,
      netMinor: null,
      taxMinor: null,
    });
    await desk.ports.store.ledger.book(newInvoice({ facts: one }), ben.may('invoice.add'));
  }
  expect(read(await desk.chat('/spend daily jun to jul 2025', 'ben'))).toMatch(
    /32 rows of numbers: press Table or CSV to see them\./,
  );
  expect(read(await desk.chat('/spend daily jun to jul 2025 --table', 'ben'))).toMatch(
    /Sunday 1 June 2025 \| €1\.00 \| 1/,
  );
});

test('top names so many, and the others as one', async () => {
  const shown = read(await desk.chat('/spend vendors all top 1', 'ben'));
  expect(shown).toMatch(/Nordlicht Energie: €1,200\.00.*\n2 others: €782\.50/);
});

test('the day is that of the person: where April has begun, this month is April', async () => {
  const far = { id: 'UBEN', team: 'T1', name: 'ben', zone: 'Pacific/Kiritimati', standing: 'member' } as const;
  await desk.ports.store.directory.meet(far);
  expect(read(await desk.chat('/spend vendors this month', 'ben'))).toMatch(/^Nothing in EUR in April 2026/);
  await desk.ports.store.directory.meet({ ...far, zone: 'UTC' });
  expect(read(await desk.chat('/spend vendors this month', 'ben'))).toMatch(/^Nordlicht/);
});

test('--native: Slack draws the chart and sorts the table, to the cent; what is asked next stays so', async () => {
  const reply = await desk.chat('/spend vendors this month --native', 'ben');
  const shown = read(reply);
  expect(shown).toContain(
    'chart: bar, Spend by vendor in EUR, March 2026\nMarch 2026: Nordlicht Energie 1200, Blue Paper 250.5',
  );
  expect(shown).toMatch(/Vendor \| Spend \| Share \| Invoices\nNordlicht Energie \| €1,200\.00/);
  const table = reply.kind === 'say' && reply.saying.parts.find(({ part }) => part === 'table');
  expect(table).toMatchObject({
    sorts: [
      [null, 1200, 82.7, 1],
      [null, 250.5, 17.3, 2],
    ],
  });

  expect(read(await desk.pick(menuOf(reply, 'Other period'), 'The period before: February 2026', 'ben'))).toContain(
    'chart: bar',
  );
  expect(read(await desk.press(control(reply, 'Share'), 'ben'))).toContain('chart: bar');
  expect(read(await desk.chat('/spend vendors this month', 'ben'))).not.toContain('chart:');
});

test('--native, where it does not fit: the picture, and a sentence why', async () => {
  expect(read(await desk.chat('/spend native daily 2025', 'ben'))).toMatch(
    /picture: [^\n]*\nDrawn as a picture: Slack draws no calendar\./,
  );
  expect(read(await desk.chat('/spend 2019 --native', 'ben'))).toMatch(/^Nothing in EUR in 2019/);
});

test('the setting asks Slack for every answer', async () => {
  const settings = { ...desk.ports.settings, charts: 'native' as const };
  const native = spend.invoke(
    { id: '1', origin: 'command', by: 'UBEN', team: 'T1', channel: null, given: 'vendors this month' },
    await desk.ports.store.directory.actor('UBEN'),
    { ...desk.ports, settings },
  );
  expect(read(await native)).toContain('chart: bar');
});

test('nothing in the period is said kindly, without a picture', async () => {
  const shown = read(await desk.chat('/spend 2019', 'ben'));

  expect(shown).not.toContain('picture:');
  expect(shown).toMatch(/nothing|no invoices/i);
});

test('--share answers to the channel and says who shared it', async () => {
  const reply = await desk.chat('/spend --share', 'ben');

  expect(reply).toMatchObject({ kind: 'say', to: 'channel' });
  expect(read(reply)).toContain('Shared by UBEN');
  expect(await desk.chat('/spend', 'ben')).toMatchObject({ to: 'person' });
});

test('in all currencies, by stored rates, and the buttons ask the same', async () => {
  await desk.database.query({
    text: "insert into fx_rate (currency, day, per_euro) values ('USD', '2026-03-02', '1.11'), ('USD', '2026-03-09', '1.11')",
    values: [],
  });
  for (const words of ['currency:all', 'currency:All', 'converted', 'vendors converted this month']) {
    const shown = read(await desk.chat(`/spend ${words}`, 'ben'));
    expect(shown).toContain('€2,350.50'); // 1,450.50, and 999.00 dollars by 1.11
    expect(shown).toContain('Includes 1 invoice in USD, converted by the European Central Bank’s rate of its day.');
  }
  const pressed = await desk.press(
    control(await desk.chat('/spend trend this month currency:all', 'ben'), 'Table'),
    'ben',
  );
  expect(read(pressed)).toContain('€2,350.50');
  expect(read(await desk.chat('/spend converted currency:USD', 'ben'))).toContain('$2,609.06');
  expect(read(await desk.chat('/spend', 'ben'))).toContain('try currency:USD, or currency:all to convert them.');
  expect(read(await desk.chat('/spend currency:ALL', 'ben'))).toContain('Nothing in ALL'); // the lek of Albania
});

test('a button from before there were rates still answers', async () => {
  const button = control(await desk.chat('/spend trend this month', 'ben'), 'Table');
  const { converted: _, ...before } = JSON.parse(button.value ?? '{}');
  expect(read(await desk.press({ ...button, value: JSON.stringify(before) }, 'ben'))).toContain('€1,450.50');
});

test.each([
  '/spend lunch',
  '/spend vendors lunch',
  '/spend --colour red',
  '/spend currency:EURO',
  "/spend vendor:'; drop table invoice; --",
])('%s gets a sentence with the next step and no picture of the database', async (text) => {
  const shown = read(await desk.chat(text, 'ben'));
  expect(shown).not.toMatch(/syntax|relation|select|broke/i);
  expect(shown.length).toBeGreaterThan(20);
});

test.each(['cleo', 'noor'] as const)('%s may not ask', async (name) => {
  expect(read(await desk.chat('/spend', name))).toMatch(/does not let you see reports|Ask an admin/);
});
