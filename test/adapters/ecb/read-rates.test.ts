import { expect, test } from 'vitest';
import { readRates } from '../../../src/adapters/ecb/read-rates.ts';
import { Fault } from '../../../src/domain/fault.ts';

const read = (text: string) =>
  readRates(new TextEncoder().encode(text)).map(({ day, currency, perEuro }) => `${day} ${currency} ${perEuro}`);

const envelope = (cubes: string) => `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
	<gesmes:subject>Reference rates</gesmes:subject>
	<gesmes:Sender><gesmes:name>European Central Bank</gesmes:name></gesmes:Sender>
	<Cube>${cubes}</Cube>
</gesmes:Envelope>`;

test('the history as CSV: a column for each currency, those that had no rate on a day left out', () => {
  const csv = 'Date,USD,JPY,CYP,\r\n2026-11-25,1.0525,161.3,N/A,\r\n2002-01-02,0.9038,118.61,0.57505,\r\n';
  expect(read(csv)).toEqual([
    '2026-11-25 USD 1.0525',
    '2026-11-25 JPY 161.3',
    '2002-01-02 USD 0.9038',
    '2002-01-02 JPY 118.61',
    '2002-01-02 CYP 0.57505',
  ]);
});

test('one day as CSV, whose date is in words', () => {
  expect(read('\uFEFFDate, USD, IDR, \n3 March 2026, 1.0525, 17253.21, \n')).toEqual([
    '2026-03-03 USD 1.0525',
    '2026-03-03 IDR 17253.21',
  ]);
});

test('one day and many as XML, in either quotes', () => {
  const days = `<Cube time='2026-11-25'><Cube currency='USD' rate='1.0525'/><Cube currency='GBP' rate='0.8360'/></Cube>
    <Cube time="2026-11-24"><Cube currency="USD" rate="1.05"/></Cube>`;
  expect(read(envelope(days))).toEqual(['2026-11-25 USD 1.0525', '2026-11-25 GBP 0.8360', '2026-11-24 USD 1.05']);
});

const no = /^This is no file of the European Central Bank’s exchange rates; get .+ name the CSV in it\.$/;
test.each([
  ['nothing', '', no],
  ['another table', 'Vendor;Amount\nACME;12,00\n', no],
  ['another XML', '<Invoice><ID>1</ID></Invoice>', no],
  [
    'XML that was cut off',
    envelope('<Cube time="2026-11-25"><Cube currency="USD" rate="1.05"/></Cube>').slice(0, -40),
    no,
  ],
  ['XML with definitions', `<!DOCTYPE x [<!ENTITY a "1">]>${envelope('')}`, no],
  ['a day without rates', envelope('<Cube time="2026-11-25"></Cube>'), no],
  ['a heading alone', 'Date,USD,\n', no],
  ['a zip', 'PK\u0003\u0004', 'This is a zip archive; unpack it and name the CSV in it.'],
  ['a page of the site', '<!DOCTYPE html><html><body>Sorry</body></html>', no],
  [
    'no rate',
    'Date,USD,\n2026-11-25,1.05,\n2026-11-24,oops,\n',
    '“oops” in line 3 is no rate of USD; download the file again.',
  ],
  [
    'a rate of nothing',
    'Date,USD,\n2026-11-25,0.00,\n',
    '“0.00” in line 2 is no rate of USD; download the file again.',
  ],
  ['less than nothing', 'Date,USD,\n2026-11-25,-1,\n', '“-1” in line 2 is no rate of USD; download the file again.'],
  ['no number', 'Date,USD,\n2026-11-25,1e400,\n', '“1e400” in line 2 is no rate of USD; download the file again.'],
  ['no day', 'Date,USD,\n2026-02-30,1.05,\n', '“2026-02-30” in line 2 is no day; download the file again.'],
  [
    'no currency',
    'Date,US Dollar,\n2026-11-25,1.05,\n',
    '“US Dollar” in line 2 is no currency; download the file again.',
  ],
  [
    'a line cut off',
    'Date,USD,JPY,\n2026-11-25,1.05,161.3,\n2026-11-24,1.0',
    '“nothing” in line 3 is no rate of JPY; download the file again.',
  ],
])('%s is refused whole, with a sentence', (_, text, sentence) => {
  expect(() => read(text)).toThrow(Fault);
  expect(() => read(text)).toThrow(sentence);
});
