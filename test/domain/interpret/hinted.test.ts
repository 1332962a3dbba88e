import { describe, expect, it, test } from 'vitest';
import { interpret } from '../../../src/domain/interpret/interpret.ts';
import { lessonsIn } from '../../../src/domain/interpret/lessons.ts';
import { type HintedField, type LayoutHint, type Lesson, lessonSays } from '../../../src/domain/layout-hint.ts';
import type { DocumentKind, Reading } from '../../../src/domain/reading.ts';
import { sheetOf } from './sheet.ts';

const context = { today: '2026-03-31' } as const;
const reading = (text: string, source?: 'ocr'): Reading => ({
  kind: 'pages',
  reader: 'test',
  pages: sheetOf(text, source),
});
const learns = (text: string, values: Partial<Record<HintedField, string | bigint>>, kind: DocumentKind = 'invoice') =>
  lessonsIn(reading(text), { kind, pageFrom: 1, pageTo: 1, values }, context);
const hinted = (lessons: readonly Lesson[], papers = 1): readonly LayoutHint[] =>
  lessons.map((lesson, index) => ({ ...lesson, id: BigInt(index + 1), papers }));
const read = (text: string, hints: readonly LayoutHint[] = [], source?: 'ocr') =>
  interpret(reading(text, source), { ...context, hints: { 1: hints } })[0];

const letter = (number: string, total: string, more = '') => `
Hangwerk Gartenbau GmbH
                              Blattkennung: ${number}
                              Vorgang: 77-4410-22
                              Erstellt am 12.02.2026

Heckenschnitt                                    180,00 €
Abfuhr                                            99,00 €
Zwischenstand                                    300,00 €
${more}
Endgültig erbeten                                ${total} €`;
const lessons = learns(letter('HW/1-A', '250,00'), { invoice_number: 'HW/1-A', total: 25_000n });

describe('a corrected paper shows', () => {
  it('the words that stand beside a value, without its colon', () => {
    expect(lessons.map(lessonSays)).toEqual([
      'the number beside “Blattkennung”',
      'the total beside “Endgültig erbeten”',
    ]);
    expect(lessons.map(({ label }) => label)).toEqual(['blattkennung', 'endgultig erbeten']);
  });

  it.each<[string, Partial<Record<HintedField, string | bigint>>, string]>([
    [
      'Kennung   Niederschrift   Summe\nX-99      03.02.2026      77,10 €',
      { invoice_number: 'X-99' },
      'the number under “Kennung”',
    ],
    [
      'Kennung   Niederschrift   Summe\nX-99      13.02.2026      77,10 €',
      { date: '2026-02-13' },
      'the date under “Niederschrift”',
    ],
    [
      'Acme\n\n                         X-99-1\n\nSumme    77,10 €',
      { invoice_number: 'X-99-1' },
      'the number at the same place of the page',
    ],
    ['Acme GmbH\nMWSt 19 %     19,00\nSumme        119,00', { tax: 1900n }, 'the tax beside “MWSt”'],
    ['Gutschrift 7\nErstattet werden   119,00 €', { total: -11_900n }, 'the total beside “Erstattet werden”'],
  ])('%j: %o', (text, values, says) => {
    expect(learns(text, values).map(lessonSays)).toEqual([says]);
  });

  it.each<[string, string, Partial<Record<HintedField, string | bigint>>]>([
    [
      'a value that is not on it',
      letter('HW/1-A', '250,00'),
      { invoice_number: 'HW/2-A', total: 1n, date: '2020-01-01' },
    ],
    ['words that announce two values', 'Wert 10,00\nWert 20,00\n\n\n', { total: 1000n }],
  ])('nothing of %s', (_, text, values) => {
    const labels = learns(text, values).filter(({ place }) => place !== 'region');
    expect(labels).toEqual([]);
  });
});

describe('the next paper of the vendor', () => {
  const next = letter('HW/2-A', '261,50');

  it('without hints is read wrongly', () => {
    expect(read(next)?.fields.invoice_number?.value).not.toBe('HW/2-A');
    expect(read(next)?.fields.total?.value).not.toBe(26_150n);
  });

  it.each([
    [1, 0.75],
    [2, 0.93],
  ])('with hints of %i papers is read rightly, %d sure', (papers, sure) => {
    const { fields, hinted: by } = read(next, hinted(lessons, papers)) ?? {};
    expect(fields?.invoice_number).toMatchObject({
      value: 'HW/2-A',
      confidence: sure,
      found: { text: 'HW/2-A', page: 1 },
    });
    expect(fields?.total).toMatchObject({ value: 26_150n, confidence: sure });
    expect(by).toEqual({ invoice_number: 1n, total: 2n });
  });

  it('a hint of one paper makes nothing sure that agrees with what was read', () => {
    const text = 'Acme GmbH\nInvoice date 12.02.2026\nNr 4711-12\nBetrag gesamt   10,00 €';
    const taught = learns(text, { invoice_number: '4711-12' });
    const [plain, one, two] = [read(text), read(text, hinted(taught)), read(text, hinted(taught, 2))];
    expect(one?.fields.invoice_number).toEqual(plain?.fields.invoice_number);
    expect(two?.fields.invoice_number?.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it('sums that hold are not overruled, however often a hint was right', () => {
    const text =
      'Acme GmbH\nInvoice no. 4711\nDate 12.02.2026\nWert  500,00 €\nNet  100,00 €\nVAT 19 %  19,00 €\nTotal  119,00 €';
    const taught = learns(text, { total: 50_000n });
    expect(taught.map(lessonSays)).toEqual(['the total beside “Wert”']);
    const { fields, hinted: by } = read(text, hinted(taught, 9)) ?? {};
    expect(fields?.total?.value).toBe(11_900n);
    expect(by).toBeUndefined();
  });

  it('of two ways the one that was right more often is taken, and the other where its words are not there', () => {
    const ways: readonly LayoutHint[] = [
      {
        field: 'invoice_number',
        kind: 'invoice',
        place: 'right',
        label: 'vorgang',
        printed: 'Vorgang',
        x: 0,
        y: 0,
        id: 8n,
        papers: 1,
      },
      {
        field: 'invoice_number',
        kind: 'invoice',
        place: 'right',
        label: 'blattkennung',
        printed: 'Blattkennung',
        x: 0,
        y: 0,
        id: 7n,
        papers: 3,
      },
    ];
    expect(read(next, ways)?.fields.invoice_number?.value).toBe('HW/2-A');
    expect(read(next.replace(/Blattkennung.*/, ''), ways)?.fields.invoice_number?.value).toBe('77-4410-22');
  });

  it('words that announce two values there announce none', () => {
    const twice = letter('HW/2-A', '261,50', 'Endgültig erbeten  12,00 €');
    expect(read(twice, hinted(lessons, 5))?.hinted).toEqual({ invoice_number: 1n });
  });

  it('a due date that was reckoned from the date moves with it', () => {
    const text = (day: string) =>
      `Acme GmbH\nInvoice no. 4711\nDatum 01.01.2026\nSchriftstand  ${day}\nZahlbar innerhalb von 14 Tagen\nTotal  119,00 €`;
    expect(read(text('05.02.2026'))?.fields).toMatchObject({
      date: { value: '2026-01-01' },
      due_date: { value: '2026-01-15' },
    });
    const taught = hinted(learns(text('05.02.2026'), { date: '2026-02-05' }), 2);
    expect(read(text('07.03.2026'), taught)?.fields).toMatchObject({
      date: { value: '2026-03-07' },
      due_date: { value: '2026-03-21' },
    });
  });

  it('a credit note stays negative', () => {
    const text = (total: string) =>
      `Acme GmbH\nGutschrift Nr. 77\nDatum 01.03.2026\nWare   12,00 €\nErstattet werden   ${total} €`;
    const taught = hinted(learns(text('119,00'), { total: -11_900n }, 'credit_note'), 2);
    expect(read(text('130,00'), taught)).toMatchObject({ kind: 'credit_note', fields: { total: { value: -13_000n } } });
  });

  it('an invoice’s hint is none for a credit note, which names its invoice by the same words', () => {
    const note = 'Acme GmbH\nGutschrift Nr. 77\nDatum 01.03.2026\nBlattkennung: HW/9-A\nSumme   119,00 €';
    expect(read(note, hinted(lessons, 5))).toEqual(read(note));
    expect(read(note, hinted(lessons, 5))?.kind).toBe('credit_note');
  });

  it('a scan is forgiven a slip in the label, and trusted no more than its letters', () => {
    const seen = letter('HW/2-A', '261,50').replace('Blattkennung', 'Belegkennumg');
    const { fields } = read(seen, hinted(lessons, 2), 'ocr') ?? {};
    expect(fields?.invoice_number?.value).toBe('HW/2-A');
    expect(fields?.invoice_number?.confidence).toBeLessThanOrEqual(0.93);
    expect(read(seen, hinted(lessons, 2))?.fields.invoice_number?.value).not.toBe('HW/2-A');
  });
});

test('what a reader named is put right by hints as well, its words being known', () => {
  const total = { text: '300,00 €', confidence: 0.99, page: 1 };
  const named: Reading = {
    kind: 'fields',
    reader: 'textract',
    documents: [
      {
        fields: [{ type: 'TOTAL', typeConfidence: 0.8, label: null, value: total, currency: null, groups: [] }],
        rows: [],
      },
    ],
    pages: sheetOf(letter('HW/2-A', '261,50')),
    unread: [],
  };
  expect(interpret(named, context)[0]?.fields.total?.value).toBe(30_000n);
  const taught = lessonsIn(
    named,
    { kind: 'invoice', pageFrom: 1, pageTo: 1, values: { total: 26_150n, invoice_number: 'HW/2-A' } },
    context,
  );
  expect(taught.map(({ label }) => label)).toEqual(['blattkennung', 'endgultig erbeten']);
  const [invoice] = interpret(named, { ...context, hints: { 1: hinted(taught, 2) } });
  expect(invoice?.fields).toMatchObject({ total: { value: 26_150n }, invoice_number: { value: 'HW/2-A' } });
});

test('a page made to take long teaches in little time', () => {
  const row = 'Total 1,234.56 Net 11.00 Blattkennung X-1 12.02.2026 Amount due 9.99';
  const hostile = Array.from({ length: 150 }, () => row).join('\n');
  const started = performance.now();
  learns(hostile, { invoice_number: 'X-1', date: '2026-02-12', total: 123_456n, net: 1100n, tax: 999n });
  expect(performance.now() - started).toBeLessThan(20_000);
});

test('what was read exactly teaches nothing', () => {
  expect(
    lessonsIn(
      { kind: 'exact', reader: 'xml', invoices: [] },
      { kind: 'invoice', pageFrom: 1, pageTo: 1, values: { total: 1n } },
      context,
    ),
  ).toEqual([]);
});
