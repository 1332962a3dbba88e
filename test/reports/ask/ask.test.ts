import { expect, test } from 'vitest';
import { reports } from '../../../src/reports/all.ts';
import { ask } from '../../../src/reports/ask/ask.ts';

const asked = (text: string) => {
  const { report, question, shown } = ask(text, { today: '2026-11-25', currency: 'EUR', allowance: null });
  const { period, currency, vendor, category, top, compare, converted } = question;
  return {
    report: report.name,
    says: period.says,
    currency,
    vendor,
    category,
    top,
    compare,
    converted,
    shown: [...shown],
  };
};
const plain = { currency: 'EUR', vendor: null, category: null, top: null, compare: false, converted: false, shown: [] };

test.each([
  ['', { report: 'overview', says: 'November 2026' }],
  ['vendors', { report: 'vendors', says: 'last 12 months' }],
  ['last quarter VENDORS', { report: 'vendors', says: 'Q3 2026' }],
  ['Suppliers Top 5 last quarter', { report: 'vendors', says: 'Q3 2026', top: 5 }],
  ['top3 categories', { report: 'categories', says: 'last 12 months', top: 3 }],
  ['category top:4 2025', { report: 'categories', says: '2025', top: 4 }],
  ['trend usd 2026', { report: 'trend', says: '2026', currency: 'USD' }],
  ['trend currency:usd jan to mar', { report: 'trend', says: 'Q1 2026', currency: 'USD' }],
  ['vendors all', { report: 'vendors', says: 'all time' }],
  [
    'vendors vendor:“Acme Paper” —table',
    { report: 'vendors', says: 'last 12 months', vendor: 'Acme Paper', shown: ['table'] },
  ],
  [
    '—csv “last quarter” trend category:travel --share',
    { report: 'trend', says: 'Q3 2026', category: 'travel', shown: ['csv', 'share'] },
  ],
  ['daily last 90 days', { report: 'daily', says: 'last 90 days' }],
  ['last 90 days', { report: 'overview', says: 'last 90 days' }],
  ['vendors period:"last month" table', { report: 'vendors', says: 'October 2026', shown: ['table'] }],
  ['aging', { report: 'ageing' }],
  ['vendors currency:all 2025', { report: 'vendors', says: '2025', converted: true }],
  ['trend converted usd 2025', { report: 'trend', says: '2025', converted: true, currency: 'USD' }],
  ['trend currency:ALL 2025', { report: 'trend', says: '2025', currency: 'ALL' }],
])('“%s” is understood', (text, means) => {
  expect(asked(text)).toMatchObject({ ...plain, ...means });
});

test.each([
  ['vendros last quarter', 'I understood “last quarter”, but not “vendros”. Did you mean “vendors”?'],
  ['vendors last qarter', 'I understood “vendors”, but not “last qarter”. Did you mean “last quarter”?'],
  ['vendors since octobre', 'I understood “vendors”, but not “since octobre”. Did you mean “since october”?'],
  ['acme', '“acme” is no period and no report. Reports: trend, categories,'],
  ['acme', 'For one vendor: vendor:"acme".'],
  [
    'trend vendor:acme paper 2026',
    'I understood “trend” and “2026” and “vendor:acme”, but not “paper”. Put several words in quotes: vendor:"acme paper".',
  ],
  ['vendors --tabel', 'There is no --tabel here. Did you mean --table?'],
  ['vendors --colour red', 'There is no --colour here. There are --table, --csv, --share'],
  ['vendors currency:euro', '“euro” is no currency. Type its three letters: currency:EUR.'],
  ['vendors top many', '“top many” is no number from 1 to 50. Type top 5, for example.'],
  ['vendors top 0', '“top 0” is no number from 1 to 50.'],
  ['vendors top', '“top ” is no number from 1 to 50.'],
  ['daily top 5', '“top” does not go with daily. It goes with '],
  ['vendors vendor:', 'Put several words'],
  [`vendors vendor:${'x'.repeat(201)}`, 'Say which vendor, in at most 200 letters'],
])('“%s” is answered with what was not understood and what to type', (text, says) => {
  if (text === 'vendors vendor:') return expect(() => asked(text)).toThrow(/vendor/);
  expect(() => asked(text)).toThrow(says);
});

test('what a report takes is understood with each of them', () => {
  for (const { name, takes } of reports) {
    if (takes.includes('top')) expect(asked(`${name} top 7`)).toMatchObject({ report: name, top: 7 });
    if (takes.includes('compare')) expect(asked(`${name} compare`)).toMatchObject({ report: name, compare: true });
  }
});
