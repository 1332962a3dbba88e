import { readFile } from 'node:fs/promises';
import { afterAll, expect, test } from 'vitest';
import { startChildren } from '../../../src/adapters/children/children.ts';
import { einvoiceParsers, einvoiceReader } from '../../../src/adapters/einvoice/reader.ts';
import type { FileType } from '../../../src/domain/file.ts';

const children = startChildren({ count: 1, load: [einvoiceParsers] });
afterAll(() => children.stop());
const reader = einvoiceReader(children.run);

const path = (name: string) => new URL(`../../bills/${name}`, import.meta.url).pathname;
const read = (name: string, type: FileType) =>
  reader.read({ path: path(name), type, name, size: 1, sha256: '' }, new AbortController().signal);

test('XML is wanted most, a PDF perhaps, a picture not at all', () => {
  const claims = (['application/xml', 'application/pdf', 'image/png'] as const).map((type) =>
    reader.claim({ type, name: '', size: 1, sha256: '' }),
  );
  expect(claims).toEqual([100, 90, null]);
});

test.each([
  ['groene-kas-ubl', 'xml', 'application/xml'],
  ['alpenblick-catering-cii', 'xml', 'application/xml'],
  ['atelier-verdier-factur-x', 'pdf', 'application/pdf'],
] as const)('%s says what it should', async (name, ending, type) => {
  const truth = JSON.parse(await readFile(path(`${name}.json`), 'utf8'));
  const reading = await read(`${name}.${ending}`, type);
  if (reading?.kind !== 'exact') throw new Error('not exact');
  const [invoice] = reading.invoices;
  const minor = (decimal: string) => BigInt(decimal.replace('.', ''));
  expect(invoice).toMatchObject({
    kind: truth.kind,
    fields: {
      vendor: { value: truth.vendor },
      invoice_number: { value: truth.invoice_number },
      date: { value: truth.date },
      due_date: { value: truth.due_date },
      net: { value: minor(truth.net) },
      tax: { value: minor(truth.tax) },
      total: { value: minor(truth.total), confidence: 1 },
    },
    lines: truth.line_items.map(({ description, total }: { description: string; total: string }) => ({
      description,
      total: minor(total),
    })),
  });
  expect(invoice?.checks.filter(({ ok }) => !ok)).toEqual([]);
});

test('what the PDF prints is held against its XML', async () => {
  const reading = await read('atelier-verdier-factur-x.pdf', 'application/pdf');
  expect(reading).toMatchObject({
    invoices: [
      {
        checks: expect.arrayContaining([
          { name: 'print', ok: true, says: 'The total of 3040.68 in the XML is printed on the page.' },
        ]),
      },
    ],
  });
});

test.each(['kestrel-hosting.pdf', 'password.pdf', 'truncated.pdf'])('%s is left to the next reader', async (name) => {
  expect(await read(name, 'application/pdf')).toBeNull();
});
