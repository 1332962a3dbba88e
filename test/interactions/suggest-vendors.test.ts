import { beforeAll, expect, test } from 'vitest';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';
import { facts, newInvoice, seated } from '../support/people.ts';

const long = `Verein zur Förderung ${'der alten Bahnhöfe und '.repeat(3)}Wartesäle`;

let desk: Desk;
let cleo: Awaited<ReturnType<typeof seated>>;
const book = (number: string, vendor: string, change: Parameters<typeof facts>[0] = {}) =>
  desk.ports.store.ledger.book(newInvoice({ facts: facts({ number, vendor, ...change }) }), cleo.may('invoice.add'));
beforeAll(async () => {
  desk = await testDesk();
  cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
  await book('1', 'Acme Ltd', { vendorTaxId: 'GB1' });
  await book('2', 'Nordic Acme Paper');
  await book('3', 'Blue Paper');
  await book('4', long);
  await book('5', 'Fusion Holdings', { vendorTaxId: 'GB1' }); // another name of the first
});
const labels = async (typed: string, as: 'ben' | 'cleo' | 'noor' = 'cleo') =>
  (await desk.offered('vendors', typed, as)).map(([, label]) => label);

test('by a part of the name, what begins so first; what was typed is offered as a new one', async () => {
  expect(await labels('acm')).toEqual(['“acm” (new vendor)', 'Acme Ltd', 'Nordic Acme Paper']);
  expect(await labels('paper')).toEqual(['“paper” (new vendor)', 'Blue Paper', 'Nordic Acme Paper']);
  expect(await labels('Zenith')).toEqual(['“Zenith” (new vendor)']);
  expect(await labels('100 %_')).toEqual(['“100 %_” (new vendor)']);
});

test('with a slip in it, and without its accents', async () => {
  expect(await labels('Blue Papir')).toEqual(['“Blue Papir” (new vendor)', 'Blue Paper']);
  expect(await labels('Nrodic')).toEqual(['“Nrodic” (new vendor)', 'Nordic Acme Paper']);
  expect((await labels('Bahnhofe')).at(-1)).toMatch(/^Verein zur Förderung/);
});

test('a name that is there, give or take its legal form, or that was taught for one, is no new one', async () => {
  expect(await labels(' ACME Limited ')).toEqual(['Acme Ltd', 'Nordic Acme Paper']);
  expect(await labels('fusion holdings')).toEqual(['Acme Ltd']);
});

test('nothing before a letter, and nothing for who has no role; no key press goes on record', async () => {
  const rows = () => desk.database.query({ text: 'select from audit_log', values: [] });
  const before = (await rows()).length;

  expect(await labels('')).toEqual([]);
  expect(await labels('acme', 'noor')).toEqual([]);
  expect(await labels('x'.repeat(500))).toEqual([]);
  expect((await rows()).length).toBe(before);
});

test('twenty at most, and what is picked fits into what Slack carries', async () => {
  const names = "select 'Many ' || n, 'many ' || n from generate_series(1, 25) n";
  await desk.database.query({ text: `insert into vendor (name, name_key) ${names}`, values: [] });
  const many = await desk.offered('vendors', 'many', 'cleo');
  const typed = await desk.offered('vendors', 'y'.repeat(75), 'cleo');
  const tooLong = await desk.offered('vendors', 'z'.repeat(76), 'cleo');

  expect(many).toHaveLength(21);
  expect(typed).toEqual([['y'.repeat(75), `“${'y'.repeat(57)}…” (new vendor)`]]);
  expect(tooLong).toEqual([['#0', expect.stringContaining('at most 75 letters')]]);
  for (const [value, label] of [...many, ...typed, ...tooLong]) {
    expect(value.length).toBeLessThanOrEqual(75);
    expect(label.length).toBeLessThanOrEqual(75);
  }
});

const typed = { number: 'P-1', kind: 'invoice', date: '2026-03-30', currency: 'EUR', total: '107.00' };
const add = async (vendor: string, number: string) =>
  desk.submit(form(await desk.chat('/invoice add', 'cleo')), { ...typed, vendor, number }, 'cleo');

test('a long name is picked by its number, and booked whole', async () => {
  const [, [pick = '', label] = []] = await desk.offered('vendors', 'Bahnhöfe', 'cleo');
  expect(pick).toMatch(/^#\d+$/);
  expect(label).toBe(long);

  expect(read(await add(pick, 'P-1'))).toContain(long);
});

test('a number that no vendor has, or that somebody forged, comes back under its question', async () => {
  for (const pick of ['#0', '#999999'])
    expect(read(await add(pick, 'P-2'))).toMatch(/^vendor: Choose a vendor from the list/);
  expect(await desk.database.query({ text: "select from invoice where number = 'P-2'", values: [] })).toEqual([]);
});

test('Correct and Check begin with what was read; a name too long for a list is put right as words', async () => {
  const doubt = { state: 'review', confidence: { vendor: 0.4 } } as const;
  const open = async (vendor: string, number: string, label: string) => {
    const { id } = await desk.ports.store.ledger.book(
      newInvoice({ facts: facts({ vendor, number }), ...doubt }),
      cleo.may('invoice.add'),
    );
    const opened = form(await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), label), 'ben'));
    return { id, opened, vendor: opened.questions.find(({ name }) => name === 'vendor') };
  };
  const check = await open('Acmee', 'C-1', 'Check vendor');
  expect(check.vendor).toMatchObject({ ask: 'suggest', of: 'vendors', initial: 'Acmee' });
  expect((await open(long, 'C-2', 'Check vendor')).vendor).toMatchObject({ ask: 'words', initial: long });
  expect((await open('Acme', 'C-3', 'Correct')).vendor).toMatchObject({ ask: 'suggest', initial: 'Acme Ltd' });

  const [, [number = ''] = []] = await desk.offered('vendors', 'Bahnhöfe', 'ben');
  expect(read(await desk.submit(check.opened, { vendor: '#0' }, 'ben'))).toMatch(/^vendor: Choose a vendor/);
  await desk.submit(check.opened, { vendor: number }, 'ben');
  expect((await desk.ports.store.ledger.any(check.id))?.vendor).toBe(long);
});
