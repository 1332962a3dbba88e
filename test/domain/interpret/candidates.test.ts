import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interpret } from '../../../src/domain/interpret/interpret.ts';
import { sureFields } from '../../../src/domain/interpret/sure.ts';
import type { Candidate, Expense, FieldsReading } from '../../../src/domain/reading.ts';

type Told = {
  label?: string;
  page?: number;
  trust?: number;
  type?: number;
  currency?: string;
  groups?: readonly string[];
};

/** A candidate as Textract tells one; sure of itself unless `trust` says otherwise. */
const is = (type: string, text: string, told: Told = {}): Candidate => ({
  type,
  typeConfidence: told.type ?? 0.99,
  label: told.label ? { text: told.label, confidence: 0.99, page: told.page ?? 1 } : null,
  value: { text, confidence: told.trust ?? 0.99, page: told.page ?? 1 },
  currency: told.currency ? { code: told.currency, confidence: 0.99 } : null,
  groups: told.groups ?? [],
});
const reading = (...documents: readonly Expense[]): FieldsReading => ({
  kind: 'fields',
  reader: 'textract',
  documents,
  pages: [],
  unread: [],
});
const context = { today: '2026-06-15' };
const of = (fields: readonly Candidate[], rows: Expense['rows'] = []) => {
  const [invoice] = interpret(reading({ fields, rows }), context);
  if (!invoice) throw new Error('nothing was found');
  return invoice;
};
const values = (fields: readonly Candidate[], rows: Expense['rows'] = []) =>
  Object.fromEntries(Object.entries(of(fields, rows).fields).map(([name, field]) => [name, field.value]));
const item = (text: string, price: string, quantity?: string, unit?: string): readonly Candidate[] => [
  is('ITEM', text),
  ...(quantity ? [is('QUANTITY', quantity)] : []),
  ...(unit ? [is('UNIT_PRICE', unit)] : []),
  is('PRICE', price),
  is('EXPENSE_ROW', `${text} ${quantity ?? ''} ${unit ?? ''} ${price}`),
];

test('a plain invoice comes whole, and nothing in it needs a person', () => {
  const invoice = of(
    [
      is('VENDOR_NAME', 'Fjordlys AS'),
      is('RECEIVER_NAME', 'Our Company Ltd'),
      is('INVOICE_RECEIPT_ID', '# F-3311', { label: 'Faktura nr' }),
      is('INVOICE_RECEIPT_DATE', '3 March 2026', { label: 'Date' }),
      is('DUE_DATE', '2 April 2026', { label: 'Due date' }),
      is('VENDOR_VAT_NUMBER', 'NO 999 888 777 MVA', { label: 'VAT' }),
      is('SUBTOTAL', '800.00', { label: 'Subtotal', currency: 'NOK' }),
      is('TAX', '200.00', { label: 'VAT 25 %', currency: 'NOK' }),
      is('TOTAL', '1,000.00', { label: 'Total', currency: 'NOK' }),
    ],
    [item('Lamp', '500.00', '2', '250.00'), item('Cable', '300.00')],
  );

  expect(invoice.fields).toMatchObject({
    vendor: { value: 'Fjordlys AS' },
    invoice_number: { value: 'F-3311' },
    date: { value: '2026-03-03', found: { text: '3 March 2026', page: 1 } },
    due_date: { value: '2026-04-02' },
    currency: { value: 'NOK' },
    net: { value: 80_000n },
    tax: { value: 20_000n },
    total: { value: 100_000n },
  });
  expect(invoice.lines).toEqual([
    { description: 'Lamp', quantity: '2', unitPrice: '250.00', total: 50_000n },
    { description: 'Cable', quantity: null, unitPrice: null, total: 30_000n },
  ]);
  expect(invoice.checks.every(({ ok }) => ok)).toBe(true);
  expect(sureFields(invoice)).toEqual(
    expect.arrayContaining(['vendor', 'invoice_number', 'date', 'due_date', 'currency', 'net', 'tax', 'total']),
  );
});

describe('amounts are read as this paper writes them', () => {
  test.each([
    ['1.234,50 €', ['1.000,00', '234,50'], 123_450n],
    ['3 038,14 EUR', ['2 538,14', '500,00'], 303_814n],
    ['27,80', ['20,00', '7,80'], 2_780n],
    ["CHF 1'250.00", ["1'000.00", '250.00'], 125_000n],
    ['$1,234.5O', ['$1,000.00', '$234.50'], 123_450n],
    ['(119.00)', ['(100.00)', '(19.00)'], -11_900n],
    ['119,00-', ['100,00-', '19,00-'], -11_900n],
  ] as const)('%s', (total, [net, tax], expected) => {
    expect(values([is('SUBTOTAL', net), is('TAX', tax), is('TOTAL', total)]).total).toBe(expected);
  });

  test('a currency without cents', () => {
    const told = { currency: 'JPY' };
    expect(
      values([is('SUBTOTAL', '¥10,000', told), is('TAX', '¥1,000', told), is('TOTAL', '¥11,000', told)]),
    ).toMatchObject({
      currency: 'JPY',
      net: 10_000n,
      total: 11_000n,
    });
  });

  test('what is no amount is none', () => {
    expect(values([is('VENDOR_NAME', 'Acme'), is('TOTAL', '300-00')]).total).toBeUndefined();
    expect(
      of([is('TOTAL', '10.00')], [item('A', 'free'), item('B', '7.5O Y', 'to', 'P2.50/Unit')]).lines,
    ).toMatchObject([{ total: null }, { quantity: null, unitPrice: '2.50', total: 750n }]);
  });
});

describe('of several totals the one that the paper proves is taken, and the reason is told', () => {
  test('net and tax make it', () => {
    const invoice = of([
      is('TOTAL', '40.00', { label: 'Total' }),
      is('TOTAL', '119.00', { label: 'Total', trust: 0.8 }),
      is('SUBTOTAL', '100.00'),
      is('TAX', '19.00'),
    ]);
    expect(invoice.fields.total?.value).toBe(11_900n);
    expect(invoice.checks).toContainEqual({
      name: 'choice',
      ok: true,
      says: expect.stringMatching(/names 2 totals \(119\.00, 40\.00\)\. I took 119\.00: net and tax make it/),
    });
  });

  test('two taxes, shipping and a discount', () => {
    const found = values([
      is('SUBTOTAL', '200.00'),
      is('TAX', '10.00', { label: 'GST' }),
      is('TAX', '14.00', { label: 'PST' }),
      is('SHIPPING_HANDLING_CHARGE', '20.00'),
      is('DISCOUNT', '-5.00'),
      is('TOTAL', '239.00'),
    ]);
    expect(found).toMatchObject({ net: 21_500n, tax: 2_400n, total: 23_900n });
  });

  test('one tax that is printed twice counts once', () => {
    const found = values([is('SUBTOTAL', '50.00'), is('TAX', '5.00'), is('TAX', '5.00'), is('TOTAL', '55.00')]);
    expect(found).toMatchObject({ net: 5_000n, tax: 500n, total: 5_500n });
  });

  test('a net and a tax for each rate', () => {
    const found = values([
      is('SUBTOTAL', '100.00', { label: 'Net 19 %' }),
      is('SUBTOTAL', '50.00', { label: 'Net 7 %' }),
      is('TAX', '19.00'),
      is('TAX', '3.50'),
      is('TOTAL', '172.50'),
    ]);
    expect(found).toMatchObject({ net: 15_000n, tax: 2_250n, total: 17_250n });
  });

  test('a subtotal with the tax in it, as receipts print it', () => {
    const invoice = of([is('SUBTOTAL', '11.90'), is('TAX', '1.90'), is('TOTAL', '11.90')]);
    expect(invoice.fields).toMatchObject({ net: { value: 1_000n }, tax: { value: 190n }, total: { value: 1_190n } });
    expect(sureFields(invoice)).not.toContain('net');
  });

  test('a subtotal and nothing else proves no total', () => {
    const weak = { trust: 0.8 };
    expect(sureFields(of([is('SUBTOTAL', '10.00', weak), is('TOTAL', '10.00', weak)]))).not.toContain('total');
  });

  test('a deposit was paid: the total is booked and not what is due', () => {
    const found = of([
      is('TOTAL', '30.00', { label: 'Balance due' }),
      is('TOTAL', '100.00', { label: 'Total', trust: 0.7 }),
      is('AMOUNT_PAID', '70.00', { label: 'Deposit' }),
    ]);
    expect(found.fields.total?.value).toBe(10_000n);
  });

  test('an older balance is due as well: the total of this invoice is booked', () => {
    const found = values([
      is('TOTAL', '80.00', { label: 'Total this invoice' }),
      is('PRIOR_BALANCE', '15.00', { label: 'Previous balance' }),
      is('AMOUNT_DUE', '95.00', { label: 'Amount due' }),
    ]);
    expect(found.total).toBe(8_000n);
  });

  test('a paid receipt: nothing is due any more', () => {
    const invoice = of([
      is('TOTAL', '$60.00', { label: 'Total Paid' }),
      is('TOTAL', '$60.00', { label: 'Total Charges' }),
      is('TOTAL', '$0.00', { label: 'Balance' }),
    ]);
    expect(invoice.fields.total?.value).toBe(6_000n);
  });

  test('nothing proves any: the likeliest is told with a doubt', () => {
    const invoice = of([is('TOTAL', '71.20', { label: 'Total' }), is('TOTAL', '64.00', { label: 'Total' })]);
    expect(sureFields(invoice)).not.toContain('total');
    expect(invoice.checks).toContainEqual(expect.objectContaining({ name: 'choice', ok: false }));
  });

  test('only what is due is stated', () => {
    expect(values([is('AMOUNT_DUE', '45.00', { label: 'Amount due' })]).total).toBe(4_500n);
  });
});

describe('the vendor is never the receiver', () => {
  const receiver = is('RECEIVER_NAME', 'Our Company Ltd');
  test.each([
    [
      'a name in the vendor’s group',
      [is('NAME', 'Our Company Ltd'), is('NAME', 'Palmer & Sons', { groups: ['VENDOR'] })],
      'Palmer & Sons',
    ],
    [
      'the name that is not the receiver’s',
      [is('NAME', 'OUR COMPANY, LTD.'), is('NAME', 'Palmer & Sons')],
      'Palmer & Sons',
    ],
    ['a name in the receiver’s group is none', [is('NAME', 'Branch Two', { groups: ['RECEIVER_SHIP_TO'] })], undefined],
    [
      'a vendor’s name that is the receiver’s',
      [is('VENDOR_NAME', 'Our Company Ltd'), is('VENDOR_NAME', 'Palmer', { trust: 0.6 })],
      'Palmer',
    ],
    [
      'the first line of the vendor’s address',
      [is('VENDOR_ADDRESS', 'Palmer & Sons Ltd\n12 High Street\nLeeds')],
      'Palmer & Sons Ltd',
    ],
    ['an address that begins with a street', [is('VENDOR_ADDRESS', '12 High Street\nLeeds')], undefined],
    ['the web address', [is('VENDOR_URL', 'https: //www.palmer-sons.co.uk/shop')], 'palmer-sons.co.uk'],
    [
      'a legal name before a logo',
      [is('VENDOR_NAME', 'palmer'), is('VENDOR_NAME', 'Palmer\nand Sons Ltd', { trust: 0.97 })],
      'Palmer and Sons Ltd',
    ],
  ] as const)('%s', (_, fields, expected) => {
    expect(values([receiver, is('TOTAL', '1.00'), ...fields]).vendor).toBe(expected);
  });
});

describe('dates', () => {
  const day = (text: string, ...more: readonly Candidate[]) =>
    values([is('TOTAL', '1.00'), is('INVOICE_RECEIPT_DATE', text), ...more]);

  test.each([
    ['13/04/2026', '2026-04-13'],
    ['04/13/2026', '2026-04-13'],
    ['2026-04-13', '2026-04-13'],
    ['13. April 2026', '2026-04-13'],
    ['13-Apr-26', '2026-04-13'],
  ])('%s is %s', (text, expected) => {
    expect(day(text).date).toBe(expected);
  });

  test('another date of the paper tells the order of this one', () => {
    expect(day('02/03/2026', is('DUE_DATE', '02/28/2026')).date).toBe('2026-02-03');
    expect(day('02/03/2026', is('DUE_DATE', '28/03/2026')).date).toBe('2026-03-02');
  });

  test('terms give the day when it is due', () => {
    const due = day('2026-04-01', is('PAYMENT_TERMS', '30 days', { label: 'Payment Terms:' })).due_date;
    expect(due).toBe('2026-05-01');
  });

  test('the date that calls itself the invoice’s comes before a delivery', () => {
    const found = day('2026-04-01', is('INVOICE_RECEIPT_DATE', '2026-03-28', { label: 'Delivery date' }));
    expect(found.date).toBe('2026-04-01');
  });

  test('two days that claim it leave a doubt', () => {
    const invoice = of([
      is('TOTAL', '1.00'),
      is('INVOICE_RECEIPT_DATE', '2026-04-01', { label: 'Date' }),
      is('INVOICE_RECEIPT_DATE', '2026-04-09', { label: 'Date' }),
    ]);
    expect(sureFields(invoice)).not.toContain('date');
  });
});

describe('how sure', () => {
  test('what Textract is unsure of needs a person', () => {
    const invoice = of([is('VENDOR_NAME', 'costco', { trust: 0.24 }), is('TOTAL', '38.48', { trust: 0.9, type: 0.7 })]);
    expect(sureFields(invoice)).toEqual([]);
  });

  test('sums that hold make amounts sure that were read with doubt', () => {
    const weak = { trust: 0.8, type: 0.7 };
    const invoice = of([is('SUBTOTAL', '10.00', weak), is('TAX', '2.00', weak), is('TOTAL', '12.00', weak)]);
    expect(sureFields(invoice)).toEqual(expect.arrayContaining(['net', 'tax', 'total']));
  });

  test('two numbers leave a doubt, one written twice does not', () => {
    const two = of([is('TOTAL', '1.00'), is('INVOICE_RECEIPT_ID', 'A-1'), is('INVOICE_RECEIPT_ID', 'B-2')]);
    const one = of([is('TOTAL', '1.00'), is('INVOICE_RECEIPT_ID', 'A-1'), is('INVOICE_RECEIPT_ID', 'A 1')]);
    expect(sureFields(two)).not.toContain('invoice_number');
    expect(sureFields(one)).toContain('invoice_number');
  });
});

describe('kinds', () => {
  test('a credit note that states positive amounts is booked negative, lines too', () => {
    const invoice = of(
      [is('OTHER', 'CREDIT NOTE'), is('SUBTOTAL', '100.00'), is('TAX', '20.00'), is('TOTAL', '120.00')],
      [item('Returned lamp', '100.00')],
    );
    expect(invoice).toMatchObject({
      kind: 'credit_note',
      fields: { total: { value: -12_000n } },
      lines: [{ total: -10_000n }],
    });
  });

  test('a credit note that states negative amounts keeps them', () => {
    const invoice = of([is('OTHER', 'Gutschrift'), is('TOTAL', '-120,00 €')]);
    expect(invoice).toMatchObject({ kind: 'credit_note', fields: { total: { value: -12_000n } } });
  });
});

describe('lines', () => {
  test('older answers call the amount TOTAL and the text DESCRIPTION', () => {
    const row = [
      is('DESCRIPTION', 'Manipulative treatment'),
      is('TOTAL', '$55.00'),
      is('QUANTITY', '1.00'),
      is('TOTAL', '$60.00'),
    ];
    expect(of([is('TOTAL', '$60.00')], [row]).lines).toEqual([
      { description: 'Manipulative treatment', quantity: '1.00', unitPrice: null, total: 6_000n },
    ]);
  });

  test('a sum at the end of the table is no line, a product called Total Clean is one', () => {
    const rows = [
      item('Total Clean spray', '5.00'),
      item('Subtotal', '5.00'),
      item('VAT 20%', '1.00'),
      item('Total', '6.00'),
    ];
    expect(of([is('TOTAL', '6.00')], rows).lines.map(({ description }) => description)).toEqual(['Total Clean spray']);
  });

  test('without any field the lines are still told', () => {
    expect(of([], [item('Soap', '2.00'), item('Towel', '9.50')]).lines).toHaveLength(2);
  });
});

describe('several papers in one file', () => {
  const page = (number: number, ...fields: readonly Candidate[]): Expense => ({
    fields: fields.map((field) => ({ ...field, value: { ...field.value, page: number } })),
    rows: [item(`Item of page ${number}`, '1.00').map((cell) => ({ ...cell, value: { ...cell.value, page: number } }))],
  });
  const read = (...documents: readonly Expense[]) =>
    interpret(reading(...documents), context).map(({ fields, lines, pageFrom, pageTo }) => [
      fields.invoice_number?.value ?? fields.total?.value,
      pageFrom,
      pageTo,
      lines.length,
    ]);

  test('pages of one invoice are put together', () => {
    const first = page(1, is('VENDOR_NAME', 'Acme'), is('INVOICE_RECEIPT_ID', 'A-1'));
    expect(read(first, page(2), page(3, is('INVOICE_RECEIPT_ID', 'A-1'), is('TOTAL', '3.00')))).toEqual([
      ['A-1', 1, 3, 3],
    ]);
  });

  test('other numbers are other invoices', () => {
    const invoices = ['A-1', 'A-2', 'A-3'].map((number, index) =>
      page(index + 1, is('VENDOR_NAME', 'Acme'), is('INVOICE_RECEIPT_ID', number), is('TOTAL', '1.00')),
    );
    expect(read(...invoices)).toEqual([
      ['A-1', 1, 1, 1],
      ['A-2', 2, 2, 1],
      ['A-3', 3, 3, 1],
    ]);
  });

  test('receipts without numbers stay apart, on one page or on several', () => {
    const receipt = (number: number, total: string) => page(number, is('VENDOR_NAME', 'Kiosk'), is('TOTAL', total));
    expect(read(receipt(1, '4.00'), receipt(1, '5.00'), receipt(2, '6.00'))).toEqual([
      [400n, 1, 1, 1],
      [500n, 1, 1, 1],
      [600n, 2, 2, 1],
    ]);
  });
});

test('what the reader named no field for is taken from the words of the page, with a doubt', () => {
  const words = (text: string, top: number) =>
    text.split(' ').map((word, index) => ({
      text: word,
      confidence: 0.99,
      box: { left: 0.1 + index * 0.12, top, width: 0.1, height: 0.015 },
    }));
  const pages = [
    {
      number: 1,
      width: 1000,
      height: 1400,
      source: 'ocr' as const,
      words: [...words('Invoice number: K-778', 0.1), ...words('IBAN DE89 3704 0044 0532 0130 00', 0.8)],
    },
  ];
  const [invoice] = interpret({ ...reading({ fields: [is('TOTAL', '50.00 €')], rows: [] }), pages }, context);

  expect(invoice?.fields).toMatchObject({
    invoice_number: { value: 'K-778' },
    iban: { value: 'DE89370400440532013000' },
  });
  expect(invoice && sureFields(invoice)).not.toContain('invoice_number');
});

test('an answer that says nothing is no invoice', () => {
  expect(interpret(reading({ fields: [is('CITY', '')], rows: [] }), context)).toEqual([]);
  expect(interpret(reading(), context)).toEqual([]);
});

test('whatever an answer holds, it is interpreted without an error', () => {
  const texts = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '$1,234.50',
      '1.234,50-',
      '31/12/2026',
      '0',
      '\n',
      '€',
      '-',
      '12-12-12',
      '9'.repeat(40),
      'constructor',
    ),
  );
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  const box = fc.record({ left: part, top: part, width: part, height: part });
  const seen = fc.record(
    { text: texts, confidence: part, page: fc.integer({ min: 1, max: 3 }), box },
    { requiredKeys: ['text', 'confidence', 'page'] },
  );
  const candidate = fc.record({
    type: fc.oneof(
      texts,
      fc.constantFrom(
        'TOTAL',
        'SUBTOTAL',
        'TAX',
        'AMOUNT_DUE',
        'DISCOUNT',
        'INVOICE_RECEIPT_DATE',
        'DUE_DATE',
        'VENDOR_NAME',
        'VENDOR_URL',
        'PRICE',
        'ITEM',
      ),
    ),
    typeConfidence: part,
    label: fc.option(seen),
    value: seen,
    currency: fc.option(fc.record({ code: fc.constantFrom('EUR', 'JPY', 'KWD', 'XX'), confidence: part })),
    groups: fc.array(fc.constantFrom('VENDOR', 'RECEIVER_BILL_TO')),
  });
  const expense = fc.record({
    fields: fc.array(candidate, { maxLength: 12 }),
    rows: fc.array(fc.array(candidate, { maxLength: 5 }), { maxLength: 4 }),
  });

  fc.assert(
    fc.property(fc.array(expense, { maxLength: 3 }), (documents) => {
      for (const invoice of interpret(reading(...(documents as Expense[])), context)) {
        const { net, tax, total } = invoice.fields;
        for (const field of Object.values(invoice.fields))
          expect(field.confidence >= 0 && field.confidence <= 1).toBe(true);
        const sums = invoice.checks.find(({ name }) => name === 'sums');
        if (sums?.ok && net && tax && total)
          expect(Math.abs(Number(net.value + tax.value - total.value))).toBeLessThanOrEqual(2);
      }
    }),
    { numRuns: 300 },
  );
});
