import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { said } from '../scripts/demo/said.ts';
import { readConfig } from '../src/config.ts';
import { type Running, startPenny } from '../src/main.ts';
import type { Message } from '../src/sandbox/page-api.ts';
import type { SandboxPerson } from '../src/sandbox/person.ts';
import type { Sandbox } from '../src/sandbox/sandbox.ts';
import { channelIds, dmIds } from '../src/sandbox/seed.ts';
import { cable } from './support/cable.ts';
import { testDatabase } from './support/database.ts';
import { keptLog } from './support/silent.ts';

/** All of Penny, as `npm start` runs her: the sandbox, Bolt by Socket Mode, Postgres, the readers. People do things and look. */
const bills = join(import.meta.dirname, 'bills');
const intake = channelIds.invoices;
const { log, lines } = keptLog();

let folder: string;
let penny: Running;
let sandbox: Sandbox;
let [ada, ben, cleo, noor, gus]: SandboxPerson[] = [];
let wire: Awaited<ReturnType<typeof cable>>;
let database: Awaited<ReturnType<typeof testDatabase>>;
const as = (person: SandboxPerson | undefined): SandboxPerson => {
  if (!person) throw new Error('nobody is there');
  return person;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'penny-'));
  database = await testDatabase();
  const url = new URL(database.ownerUrl);
  wire = await cable(Number(url.port));
  url.port = String(wire.port);
  penny = await startPenny(readConfig({ PENNY_FOLDER: folder, PORT: '0', DATABASE_URL: url.href }), log);
  if (!penny.sandbox) throw new Error('there is no sandbox');
  sandbox = penny.sandbox;
  [ada, ben, cleo, noor, gus] = ['ada', 'ben', 'cleo', 'noor', 'gus'].map((name) => sandbox.as(name));
});
afterAll(async () => {
  await penny?.stop();
  await wire?.pull();
  await rm(folder, { recursive: true, force: true });
});

type Shared = { readonly file: Message; readonly answer: Message };
async function share(
  person: SandboxPerson,
  file: string | { name: string; bytes: Uint8Array },
  channel: string = intake,
): Promise<Shared> {
  const result = await person.shares(typeof file === 'string' ? join(bills, file) : file, channel);
  if (!result.ok) throw new Error(result.error);
  return person.waitsFor((seen) => {
    const messages = seen.messages[channel] ?? [];
    const message = messages.find(({ ts }) => ts === result.ts);
    const answer = messages.find(({ threadTs }) => threadTs === result.ts);
    const settled = message?.reactions.length === 1 && message.reactions[0]?.name !== 'eyes';
    return message && answer && settled && !/^(Received|Reading)/.test(answer.text) && { file: message, answer };
  }, 60_000);
}

async function ask(person: SandboxPerson, command: string, channel: string = intake): Promise<Message> {
  const answers = () =>
    Object.values(person.sees().messages)
      .flat()
      .filter(({ ephemeral }) => ephemeral);
  const before =
    answers()
      .map(({ ts }) => ts)
      .sort()
      .at(-1) ?? '';
  const result = await person.types(command, channel);
  if (!result.ok) throw new Error(result.error);
  return person.waitsFor(() => answers().find(({ ts }) => ts > before), 20_000);
}

const reactions = ({ reactions: marks }: Message) => marks.map(({ name }) => name);
const invoices = async (number: string) =>
  await database.database.query<{ total_minor: bigint; currency: string; state: string; source: string }>({
    text: 'select total_minor, currency, state, source from invoice where number = $1',
    values: [number],
  });

describe('a file is shared', () => {
  test('PDF: eyes, one message that ends as the card, a tick; the invoice is in Postgres', async () => {
    const { file, answer } = await share(as(cleo), 'kestrel-hosting.pdf');

    const marks = sandbox.journal.filter((entry) => JSON.stringify(entry).includes('reactions.add'));
    expect(JSON.stringify(marks)).toContain('eyes');
    expect(reactions(file)).toEqual(['white_check_mark']);
    for (const shown of [
      'Kestrel Cloud Hosting B.V.',
      'KCH-2026-00418',
      '€575.00',
      '€120.75',
      '€695.75',
      'EUR',
      'sure',
    ])
      expect(said(answer)).toContain(shown);
    const replies = (as(cleo).sees().messages[intake] ?? []).filter(({ threadTs }) => threadTs === file.ts);
    expect(replies).toHaveLength(1);
    expect(await invoices('KCH-2026-00418')).toEqual([
      { total_minor: 69575n, currency: 'EUR', state: 'booked', source: 'slack_file' },
    ]);
  });

  test('the same file again is a duplicate, with a link to the first', async () => {
    const { file, answer } = await share(as(ben), 'kestrel-hosting.pdf');

    expect(said(answer)).toMatch(/Duplicate/);
    expect(JSON.stringify(answer.blocks)).toMatch(/archives\/C0INVOICES/);
    expect(reactions(file)).toEqual(['warning']);
    expect(await invoices('KCH-2026-00418')).toHaveLength(1);
  });

  test.each([
    ['ostwind-logistik-scan.png', 'a scan'],
    ['copper-kettle-receipt.jpg', 'a photo'],
    ['corrib-energy-image-only.pdf', 'a PDF without text'],
    ['groene-kas-ubl.xml', 'an e-invoice in UBL'],
    ['alpenblick-catering-cii.xml', 'an e-invoice in CII'],
    ['atelier-verdier-factur-x.pdf', 'Factur-X'],
  ])('%s, %s: total, date and vendor are right', async (name) => {
    const truth = JSON.parse(readFileSync(join(bills, name.replace(/\.\w+$/, '.json')), 'utf8'));
    const { answer } = await share(as(cleo), name);

    expect(said(answer)).toContain(truth.total.replace(/\B(?=(\d{3})+\.)/g, ','));
    expect(said(answer)).toContain(truth.date);
    const vendor = /\*Vendor\*\n(.+?) · /.exec(said(answer))?.[1] ?? 'none';
    expect(truth.vendor.toLowerCase().replace('&', '&amp;')).toContain(vendor.toLowerCase()); // OCR may lose a word of a logo
  });

  test.each([
    ['empty.pdf', /is empty/],
    ['password.pdf', /password/],
    ['text-named.pdf', /text/],
    ['blank.png', /no text/],
    ['truncated.pdf', /./],
  ])('%s gets one sentence with the next step', async (name, sentence) => {
    const { file, answer } = await share(as(cleo), name);

    expect(said(answer)).toMatch(sentence);
    expect(said(answer)).not.toMatch(/Booked as|broke/);
    expect(reactions(file)).toEqual(['warning']);
  });

  test('60 MB are refused before they are fetched', async () => {
    const { answer } = await share(as(cleo), { name: 'big.pdf', bytes: Buffer.alloc(60 * 1024 * 1024, '%PDF-1.7 ') });

    expect(said(answer)).toMatch(/larger than 50 MB/);
  });

  test('a file deleted before it could be fetched', async () => {
    sandbox.faults.next('files.info', { kind: 'status', status: 500 });
    const result = await as(cleo).shares(join(bills, 'blue-mesa-analytics.pdf'), intake);
    if (!result.ok || !result.file) throw new Error('not shared');
    await as(cleo).deletesFile(result.file);
    const told = await as(cleo).waitsFor(
      (seen) => (seen.messages[intake] ?? []).find(({ text }) => /deleted/i.test(text)),
      60_000,
    );

    expect(said(told)).toMatch(/deleted/i);
  });

  test('in a direct message to Penny, it is read as well', async () => {
    const { answer } = await share(as(cleo), 'brandt-werkzeugbau.pdf', dmIds.cleo);
    expect(said(answer)).toContain('€3,655.32');
  });

  test('in a channel that is no intake, nothing happens', async () => {
    const before = (await database.database.query({ text: 'select from document_share', values: [] })).length;
    await as(ben).shares(join(bills, 'papeterie-du-canal.pdf'), channelIds.finance);
    await share(as(cleo), 'papeterie-du-canal.pdf');

    expect(await database.database.query({ text: 'select from document_share', values: [] })).toHaveLength(before + 1);
  });

  test('by who has no role: a polite word to them alone, and nothing is kept', async () => {
    for (const person of [as(noor), as(gus)]) {
      await person.shares(join(bills, 'harbour-pine-joinery.pdf'), intake);
      const told = await person.waitsFor((seen) =>
        Object.values(seen.messages)
          .flat()
          .find(({ ephemeral }) => ephemeral),
      );
      expect(said(told)).toMatch(/Ask an admin/);
    }
    expect(await invoices('HPJ')).toHaveLength(0);
    expect(
      await database.database.query({ text: "select from document where name like 'harbour%'", values: [] }),
    ).toHaveLength(0);
  });
});

describe('a question is asked', () => {
  test('/spend: key figures and a picture drawn on the server', async () => {
    const answer = await ask(as(ben), '/spend all', channelIds.finance);

    const image = answer.blocks.find(({ type }) => type === 'image') as
      | { slack_file?: { id: string }; alt_text: string }
      | undefined;
    expect(answer.ephemeral).toBe(true);
    expect(image?.alt_text).toMatch(/€/);
    const picture = await fetch(new URL(`/sandbox/file/${image?.slack_file?.id}?as=${as(ben).id}`, sandbox.url));
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(said(answer)).toContain('Spend');
  });

  test('where Penny is no member, she answers all the same', async () => {
    const answer = await ask(as(ben), '/spend vendors all', channelIds.general);
    expect(said(answer)).toMatch(/direct message|Brandt/);
  });

  test('who has no role is refused, politely and on record', async () => {
    expect(said(await ask(as(noor), '/spend'))).toMatch(/Ask an admin/);
    expect(said(await ask(as(ada), '/penny audit 20'))).toMatch(/forbidden/);
  });
});

describe('a form is filled', () => {
  test('/invoice add: a sentence under the wrong field, then the invoice is booked', async () => {
    await as(ben).types('/invoice add', channelIds.finance);
    await as(ben).waitsFor((seen) => seen.modals[0]);
    const [bakery] = await as(ben).looksUp('Vendor', 'Harbour Bakery');
    expect(bakery).toBe('“Harbour Bakery” (new vendor)');
    as(ben).fills({
      Vendor: bakery ?? '',
      'Invoice number': 'HB-118',
      Net: '100.00',
      Tax: '7.00',
      Total: '170.00',
    });
    await as(ben).submits();
    const refused = await as(ben).waitsFor((seen) => seen.modals[0] && Object.values(seen.modals[0].errors)[0]);
    await as(ben).submits({ Total: '107.00' });
    const card = await as(ben).waitsFor((seen) =>
      Object.values(seen.messages)
        .flat()
        .find((message) => /HB-118/.test(said(message))),
    );

    expect(refused).toMatch(/do not add up/);
    expect(said(card)).toMatch(/Booked as/);
    expect(await invoices('HB-118')).toMatchObject([{ total_minor: 10700n, source: 'manual' }]);
  });

  test('the shortcut opens the same form', async () => {
    await as(cleo).uses('Add invoice');
    expect((await as(cleo).waitsFor((seen) => seen.modals[0])).title).toBe('Add an invoice');
    await as(cleo).closes();
  });
});

describe('a button is pressed', () => {
  test('Confirm by an accountant changes the card in place; by who may not, it does nothing', async () => {
    const { file, answer } = await share(as(cleo), 'kestrel-credit-note.pdf');
    const where = { channel: intake, ts: answer.ts };

    await as(cleo).presses('Confirm', where);
    const refused = await as(cleo).waitsFor((seen) =>
      Object.values(seen.messages)
        .flat()
        .find(({ ephemeral, text }) => ephemeral && /does not let you/.test(text)),
    );
    await as(ben).presses('Confirm', where);
    const card = await as(ben).waitsFor((seen) =>
      (seen.messages[intake] ?? []).find((message) => message.ts === answer.ts && /and confirmed/.test(said(message))),
    );

    expect(said(refused)).toMatch(/confirm an invoice/);
    expect(said(card)).toMatch(/Confirmed by/);
    expect((as(ben).sees().messages[intake] ?? []).filter(({ threadTs }) => threadTs === file.ts)).toHaveLength(1);
  });

  test('Delete, and Undo', async () => {
    const { answer } = await share(as(cleo), 'harbour-pine-joinery.pdf');
    const where = { channel: intake, ts: answer.ts };
    const shows = (words: RegExp) =>
      as(ben).waitsFor((seen) =>
        (seen.messages[intake] ?? []).find((message) => message.ts === answer.ts && words.test(said(message))),
      );

    await as(ben).presses('Delete', where);
    expect(said(await shows(/was deleted/))).toContain('Undo');
    await as(ben).presses('Undo', where);
    expect(said(await shows(/Booked as/))).toContain('Restored by');
  });
});

describe('a doubt is settled', () => {
  const card = (person: SandboxPerson, ts: string, words: RegExp) =>
    person.waitsFor((seen) =>
      (seen.messages[intake] ?? []).find((message) => message.ts === ts && words.test(said(message))),
    );
  const marked = (person: SandboxPerson, ts: string | null, name: string) =>
    person.waitsFor((seen) =>
      (seen.messages[intake] ?? []).find((message) => message.ts === ts && reactions(message).includes(name)),
    );

  test('a suspected duplicate: what is equal and what differs, a decision, Correct, Not an invoice, each on the one card', async () => {
    const { invoice_number: number } = JSON.parse(readFileSync(join(bills, 'groene-kas-ubl.json'), 'utf8'));
    const again = readFileSync(join(bills, 'groene-kas-ubl.xml'), 'utf8').replaceAll(number, `${number}-B`);
    const { file, answer } = await share(as(cleo), { name: 'groene-kas-again.xml', bytes: Buffer.from(again) });
    const where = { channel: intake, ts: answer.ts };
    expect(said(answer)).toMatch(/it looks the same as[\s\S]*Equal:[\s\S]*total[\s\S]*Different:[\s\S]*number:/);

    await as(ben).presses('Different invoice', where);
    await card(as(ben), answer.ts, /Not a duplicate, says/);
    await marked(as(ben), file.ts, 'white_check_mark');
    await as(ben).presses('Correct', where);
    const form = await as(ben).waitsFor((seen) => seen.modals[0]);
    expect(form.title).toBe('Correct an invoice');
    await as(ben).submits({ 'Invoice number': 'GK-CORRECTED', Currency: 'EURO' });
    expect(await as(ben).waitsFor((seen) => seen.modals[0] && Object.values(seen.modals[0].errors)[0])).toMatch(/EUR/);
    await as(ben).submits({ Currency: 'EUR', Category: 'Materials' });
    const corrected = await card(as(ben), answer.ts, /Corrected by/);
    expect(said(corrected)).toMatch(/GK-CORRECTED[\s\S]*Materials/);

    await as(ben).presses('Items', where);
    await as(ben).waitsFor((seen) =>
      (seen.messages[intake] ?? []).find(
        ({ ephemeral, blocks }) => ephemeral && JSON.stringify(blocks).includes('Line items'),
      ),
    );
    await as(cleo).presses('Not an invoice', where);
    await card(as(ben), answer.ts, /is not an invoice and counts nowhere/);
    await marked(as(ben), file.ts, 'no_entry_sign');
    await as(cleo).presses('Undo', where);
    await card(as(ben), answer.ts, /Restored by/);
    expect(await invoices('GK-CORRECTED')).toMatchObject([{ state: 'booked', source: 'e_invoice' }]);
  });
});

describe('App Home', () => {
  test('shows each what their role shows', async () => {
    await as(ben).opensHome();
    const home = await as(ben).waitsFor((seen) => seen.home);
    await as(noor).opensHome();
    const refused = await as(noor).waitsFor((seen) => seen.home);

    expect(said({ blocks: home.blocks, text: '' })).toMatch(/Hello/);
    expect(said({ blocks: refused.blocks, text: '' })).toMatch(/Ask an admin/);
  });

  test('follows what happens in the threads', async () => {
    await as(cleo).opensHome();
    await as(cleo).waitsFor((seen) => seen.home);
    await share(as(cleo), { name: 'notes-for-home.txt', bytes: Buffer.from('not an invoice') });

    await as(cleo).waitsFor(
      ({ home }) => /notes-for-home\.txt.*not booked/s.test(said({ blocks: home?.blocks ?? [], text: '' })),
      15_000,
    );
  });
});

test('the embedded sandbox asked for nothing that Slack would refuse', () => {
  const refused = sandbox.journal.filter((entry) =>
    /invalid_blocks(?!.*invalid slack file)|missing_scope|unknown_method/.test(JSON.stringify(entry)),
  );
  expect(refused).toEqual([]);
});

test('nothing that happened was unexpected, and no line of the log holds a token or an amount', () => {
  const text = JSON.stringify(
    lines.filter(({ level }) => level !== 'debug').map(({ sentence, data }) => [sentence, inspect(data, { depth: 8 })]),
  );
  expect(lines.filter(({ level }) => level === 'error').map(({ sentence }) => sentence)).toEqual([]);
  expect(text).not.toMatch(/695\.75|69575|xoxb-/);
});

test('the database away: a command says so, and a file shared meanwhile is read when it is back', async () => {
  await wire.pull();
  const told = await ask(as(ben), '/spend');
  expect(said(told)).toMatch(/database is away/);
  const result = await as(cleo).shares(join(bills, 'blue-mesa-analytics.pdf'), intake);
  if (!result.ok) throw new Error(result.error);

  await wire.plug();
  const card = await as(cleo).waitsFor(
    (seen) =>
      (seen.messages[intake] ?? []).find(({ threadTs, text }) => threadTs === result.ts && /Blue Mesa/.test(text)),
    90_000,
  );
  expect(said(card)).toContain('Blue Mesa');
}, 120_000);
