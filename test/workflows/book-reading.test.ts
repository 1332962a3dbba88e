import { beforeAll, expect, test } from 'vitest';
import type { InvoiceReading } from '../../src/domain/reading.ts';
import { bookReading } from '../../src/workflows/book-reading.ts';
import { control, type Desk, form, read, testDesk } from '../support/chat.ts';
import { seated } from '../support/people.ts';

let desk: Desk;
let cleo: Awaited<ReturnType<typeof seated>>;
beforeAll(async () => {
  desk = await testDesk();
  cleo = await seated(desk.ports.store, 'UCLEO', 'operator');
});

/** A paper whose vendor is read wrongly, and the reader knows it. */
const paper = (number: string, total: bigint, vendor: string, confidence = 0.5): InvoiceReading => ({
  kind: 'invoice',
  pageFrom: 1,
  pageTo: 1,
  fields: {
    vendor: { value: vendor, confidence },
    invoice_number: { value: number, confidence: 0.99 },
    date: { value: '2026-03-04', confidence: 0.99 },
    currency: { value: 'EUR', confidence: 0.99 },
    total: { value: total, confidence: 0.99 },
  },
  lines: [],
  checks: [],
});
let n = 0;
async function arrives(reading: InvoiceReading) {
  n += 1;
  const sha256 = n.toString(16).padStart(64, '0');
  const { document } = await desk.ports.store.documents.document({
    sha256,
    size: 1,
    type: 'application/pdf',
    name: 'a.pdf',
  });
  const from = { documentId: document.id, source: 'slack_file' } as const;
  return desk.ports.store.transaction((store) => bookReading(reading, from, cleo.may('document.share'), store));
}

test('the third invoice of a corrected vendor comes right by itself: name, category, no doubt', async () => {
  const first = await arrives(paper('W-1', 100n, 'VVaterworks 0f Leith'));
  const second = await arrives(paper('W-2', 200n, 'VVaterworks 0f Leith'));
  expect([first.state, second.state]).toEqual(['review', 'review']);

  for (const { id } of [first, second]) {
    const opened = form(await desk.press(control(await desk.chat(`/invoice show ${id}`, 'ben'), 'Correct'), 'ben'));
    const answers = Object.fromEntries(
      opened.questions.flatMap((one) => (one.initial ? [[one.name, one.initial]] : [])),
    );
    const reply = await desk.submit(opened, { ...answers, vendor: 'Waterworks of Leith', category: 'Water' }, 'ben');
    expect(read(reply)).toContain('“VVaterworks 0f Leith” will be read as Waterworks of Leith from now on.');
  }
  const third = await arrives(paper('W-3', 300n, 'VVATERWORKS 0F LEITH'));

  expect(third).toMatchObject({ vendor: 'Waterworks of Leith', category: 'Water', state: 'booked' });
  expect(read(await desk.chat(`/invoice show ${third.id}`, 'ben'))).toContain('Vendor: Waterworks of Leith · sure');
});

test('what nobody taught stays in doubt', async () => {
  expect((await arrives(paper('X-1', 400n, 'Unheard of'))).state).toBe('review');
  expect((await arrives(paper('X-2', 500n, 'Unheard of as well', 0.95))).state).toBe('booked');
});

test('a file’s invoice that looks like another is held', async () => {
  await arrives(paper('Y-1', 600n, 'Yard Ltd', 0.99));

  expect(await arrives(paper('Y-I', 600n, 'YARD', 0.99))).toMatchObject({ state: 'held' });
});

test('ten papers of one invoice, booked at once: one counts, the others are held', async () => {
  const states = await Promise.all(
    Array.from({ length: 10 }, async () => (await arrives(paper('Z-1', 700n, 'Zebra Ltd', 0.99))).state),
  );

  expect(states.toSorted()).toEqual(['booked', ...Array.from({ length: 9 }, () => 'held')]);
});
