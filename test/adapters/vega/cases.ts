import type { Chart } from '../../../src/domain/chart.ts';
import type { ChartRow } from '../../../src/ports/charts.ts';

export const trend = {
  mark: 'trend',
  x: { field: 'month', as: 'month' },
  y: { field: 'spend', as: 'money' },
  title: 'Spend rose 12\u00a0% to €41,200 in November 2026',
  currency: 'EUR',
} as const satisfies Chart;

export const bars = {
  mark: 'bars',
  x: { field: 'vendor', as: 'name' },
  y: { field: 'spend', as: 'money' },
  title: 'Meridian is the largest of 43 vendors: €41,200, 24\u00a0% of €171,204',
  currency: 'EUR',
} as const satisfies Chart;

export const shares = {
  mark: 'shares',
  x: { field: 'category', as: 'name' },
  y: { field: 'spend', as: 'money' },
  title: 'Material is the largest of 11 categories: €41,201, 37\u00a0% of €111,978',
  currency: 'EUR',
} as const satisfies Chart;

export const calendar = {
  mark: 'calendar',
  x: { field: 'day', as: 'day' },
  y: { field: 'spend', as: 'money' },
  title: 'Monday 1 December 2025 had most: €9,730 of €41,200 in the last 90 days',
  currency: 'EUR',
} as const satisfies Chart;

/** As many days from Thursday 27 November 2025 on. */
export const days = (count: number, amount: (i: number) => bigint | null): ChartRow[] =>
  Array.from({ length: count }, (_, i) => ({
    day: new Date(Date.UTC(2025, 10, 27 + i)).toISOString().slice(0, 10),
    spend: amount(i),
  }));

/** Nothing at weekends, one enormous day a month, and now and then a credit note. */
const working = (i: number): bigint =>
  [2, 3].includes(i % 7)
    ? 0n
    : BigInt(((i * 7_919) % 70_000) + 5_000 + (i % 31 === 4 ? 900_000 : 0) - (i % 29 === 7 ? 220_000 : 0));

/** As many months from December 2025 on, each with the amount that `amount` gives it. */
export const months = (count: number, amount: (i: number) => bigint | null): ChartRow[] =>
  Array.from({ length: count }, (_, i) => ({
    month: new Date(Date.UTC(2025, 11 + i)).toISOString().slice(0, 7),
    spend: amount(i),
  }));

const ofYear = [
  3_455_120n,
  2_810_000n,
  3_320_050n,
  4_046_300n,
  3_600_000n,
  4_040_000n,
  3_510_000n,
  3_270_000n,
  3_690_000n,
  2_360_000n,
  3_678_571n,
  4_120_000n,
];

const names = [
  'Meridian Office Supplies GmbH',
  'ACME Ltd.',
  'Ελληνική Ναυτιλία Α.Ε.',
  'ООО «Северная Логистика»',
  'A very long name that somebody typed into the form & Sons Limited',
  'Café Roma',
  'Łódź Transport Sp. z o.o.',
  'Đặng Văn Cơ khí',
  '33 others',
];

/** Each as a name on an invoice could be: right to left, without spaces, or in letters that Chinese, Japanese and Korean share. */
const everywhere = [
  'شركة النور للتجارة والمقاولات العامة (ش.م.م)',
  '東京電力ホールディングス株式会社',
  '深圳市华为技术有限公司',
  '한국전력공사 (주)',
  'חברת החשמל לישראל בע"מ',
  'Pizza 🍕 👩‍👩‍👧 & Söhne ☕',
  'บริษัท ปูนซิเมนต์ไทย',
  'टाटा मोटर्स लिमिटेड',
  'あ 直海 骨',
  '直海 骨',
];

const besides = (rows: readonly ChartRow[], before: (i: number) => bigint | null): ChartRow[] =>
  rows.map((row, i) => ({ ...row, before: before(i) }));

export const compared = {
  ...trend,
  y: { ...trend.y, title: 'Last 12 months' },
  beside: { field: 'before', says: 'The 12 months before' },
} as const satisfies Chart;

export const planned = {
  ...bars,
  title: 'Material is over its plan: €41,201 of €30,000 in November',
  x: { field: 'vendor', as: 'name' },
  y: { ...bars.y, title: 'Spent' },
  beside: { field: 'before', says: 'Plan' },
} as const satisfies Chart;

export const changes = {
  ...bars,
  title: 'Meridian rose most, by €12,000; Café Roma fell most, by €9,100',
  y: { ...bars.y, signed: true },
} as const satisfies Chart;

const ofDays = (i: number): bigint => BigInt(200_000 + i * 500 + Math.round(60_000 * Math.sin(i / 5)));

/** The pictures that are compared: what people see most, and what is easily broken. */
export const golden: Readonly<Record<string, readonly [Chart, readonly ChartRow[]]>> = {
  'trend-of-a-year': [
    { ...trend, subtitle: 'Spend by month in EUR, last 12 months' },
    months(12, (i) => ofYear[i] ?? null),
  ],
  'trend-with-credit-notes': [
    {
      ...trend,
      title: 'Credit notes outweighed invoices in March 2026, for the first time since the books were opened',
    },
    months(6, (i) => [500_000n, 320_000n, 0n, -240_000n, 410_000n, -50_000n][i] ?? null),
  ],
  'trend-of-credit-notes': [trend, months(3, (i) => -500_000n - BigInt(i) * 10_000n)],
  'trend-of-one-month': [trend, months(1, () => 125_050n)],
  'trend-with-an-outlier': [trend, months(12, (i) => (i === 6 ? 240_000_000n : 40_000n))],
  'trend-of-many-days': [
    { ...trend, x: { field: 'day', as: 'day' }, title: 'Spend by day doubled within the year' },
    days(366, ofDays),
  ],
  'trend-of-400-months': [trend, months(400, (i) => BigInt((i * 7_919) % 70_000) + 100_000n * BigInt(i))],
  'trend-beside-the-year-before': [
    { ...compared, subtitle: 'Spend by month in EUR' },
    besides(
      months(12, (i) => ofYear[i] ?? null),
      (i) => (i === 3 ? null : (ofYear[11 - i] ?? null)),
    ),
  ],
  'trend-beside-a-plan-with-credit-notes': [
    { ...compared, y: { ...trend.y, title: 'Spent' }, beside: { field: 'before', says: 'Plan' } },
    besides(
      months(5, (i) => [500_000n, -120_000n, 300_000n, null, -240_000n][i] ?? null),
      (i) => [400_000n, 100_000n, -200_000n, 350_000n, -300_000n][i] ?? null,
    ),
  ],
  'line-beside-the-year-before': [
    { ...compared, x: { field: 'day', as: 'day' } },
    besides(days(200, ofDays), (i) => (i > 20 && i < 40 ? null : ofDays(i + 8) - 40_000n)),
  ],
  'vendors-ranked': [
    { ...bars, subtitle: 'Spend by vendor in EUR, last 12 months' },
    names.map((vendor, i) => ({ vendor, spend: 4_120_050n - BigInt(i) * 350_037n })),
  ],
  'vendors-everywhere': [
    { ...bars, title: `${everywhere[1]} is the largest of 10 vendors: €41,201 🎉` },
    everywhere.map((vendor, i) => ({ vendor, spend: 4_120_050n - BigInt(i) * 350_037n })),
  ],
  'one-vendor': [bars, [{ vendor: 'ACME Ltd.', spend: 30_000n }]],
  'vendors-with-a-giant': [
    bars,
    [
      { vendor: 'Giant', spend: 912_345_678_900n },
      { vendor: 'Bo', spend: 1n },
      { vendor: 'Gutschrift AG', spend: -200_000_000_000n },
    ],
  ],
  'bars-beside-a-plan': [
    planned,
    names.slice(0, 6).map((vendor, i) => ({
      vendor,
      spend: [4_120_050n, 3_770_000n, 2_000_000n, 150_000n, 90_000n, null][i] ?? null,
      before: [3_000_000n, 4_100_000n, -300_000n, 160_000n, null, 1_200_000n][i] ?? null,
    })),
  ],
  'changes-of-vendors': [
    changes,
    names.slice(0, 7).map((vendor, i) => ({
      vendor,
      spend: [1_200_000n, 410_000n, 90_000n, 0n, -40_000n, -910_000n, null][i] ?? null,
    })),
  ],
  'shares-of-categories': [
    { ...shares, subtitle: 'Spend by category in EUR, last 12 months' },
    [
      'Material',
      'Energy',
      'Rent and premises that nobody can name in short',
      'Reisen',
      'Λογισμικό',
      'Office',
      'المواد',
      '4 others',
    ].map((category, i) => ({ category, spend: 4_120_050n / BigInt(i + 1) })),
  ],
  'calendar-of-90-days': [{ ...calendar, subtitle: 'Spend by day in EUR, last 90 days' }, days(90, working)],
  'calendar-of-a-year': [{ ...calendar, subtitle: 'Spend by day in EUR, 2026' }, days(371, working)],
};

/** Rows that a picture must survive. */
export const hard: readonly (readonly [string, Chart, readonly ChartRow[]])[] = [
  ['one month', trend, months(1, () => 125_050n)],
  ['two months', trend, months(2, (i) => BigInt(100_000 - i * 40_000))],
  ['two years', trend, months(24, (i) => BigInt(i))],
  ['25 months', trend, months(25, (i) => BigInt(i))],
  ['400 months', trend, months(400, (i) => BigInt(i % 7))],
  ['months without spend', trend, months(12, () => 0n)],
  ['months not known', trend, months(12, (i) => (i === 3 || i === 11 ? null : 5n))],
  ['one enormous month', trend, months(12, (i) => (i === 6 ? 240_000_000n : 40_000n))],
  ['an amount that no float holds', trend, months(3, (i) => 10n ** 25n * BigInt(i + 1))],
  ['only credit notes', trend, months(3, (i) => -5n - BigInt(i))],
  ['yen', { ...trend, currency: 'JPY' }, months(12, (i) => BigInt(i * 1000))],
  ['counts', { ...trend, y: { field: 'spend', as: 'count' } }, months(12, (i) => BigInt(i))],
  ['one vendor', bars, [{ vendor: 'ACME Ltd.', spend: 30_000n }]],
  ['400 vendors', bars, Array.from({ length: 400 }, (_, i) => ({ vendor: `Vendor ${i}`, spend: BigInt(1000 - i) }))],
  [
    'one giant',
    bars,
    [
      { vendor: 'Giant', spend: 912_345_678_900n },
      { vendor: 'Bo', spend: 1n },
    ],
  ],
  [
    'a vendor who owes us',
    bars,
    [
      { vendor: 'Ann', spend: 30_000n },
      { vendor: 'Bo', spend: -49_999n },
    ],
  ],
  ['vendors without spend', bars, [{ vendor: 'Ann', spend: 0n }]],
  [
    'names in every script',
    bars,
    [
      'شركة النور للتجارة',
      '東京電力',
      '한국전력',
      '🍕🍕🍕',
      'עִבְרִית',
      '',
      'a\nb',
      '"]+alert(1)',
      '\u0000',
      '👩‍👩‍👧'.repeat(40),
    ].map((vendor) => ({ vendor, spend: 100n })),
  ],
  ['one part', shares, [{ category: 'Rent', spend: 1n }]],
  [
    'a part that is next to nothing',
    shares,
    [
      { category: 'Giant', spend: 912_345_678_900n },
      { category: 'Bo', spend: 1n },
      { category: 'Nothing', spend: 0n },
    ],
  ],
  ['days of a fortnight', calendar, days(14, working)],
  ['one day', calendar, days(1, () => 5n)],
  ['days without spend', calendar, days(90, () => 0n)],
  ['days alike', calendar, days(90, () => 7n)],
  ['days of credit notes', calendar, days(40, () => -7n)],
  ['24 months beside others', compared, besides(months(24, BigInt), (i) => BigInt(24 - i))],
  ['400 months beside others', compared, besides(months(400, BigInt), (i) => BigInt(400 - i))],
  [
    'a month beside nothing',
    compared,
    besides(
      months(1, () => 5n),
      () => null,
    ),
  ],
  [
    'nothing beside a month',
    compared,
    besides(
      months(2, (i) => (i === 0 ? 5n : null)),
      () => 7n,
    ),
  ],
  [
    'no name for the first amount',
    { ...compared, y: trend.y },
    besides(
      months(2, () => 5n),
      () => 7n,
    ),
  ],
  [
    'a long name for the second',
    { ...planned, beside: { field: 'before', says: 'x '.repeat(90) } },
    [{ vendor: 'Ann', spend: 5n, before: 7n }],
  ],
  [
    'vendors who all fell',
    changes,
    [
      { vendor: 'Ann', spend: -5n },
      { vendor: 'Bo', spend: -7n },
    ],
  ],
  ['a name that is missing', bars, [{ vendor: null, spend: 100n }]],
  ['a title of one endless word', { ...bars, title: 'x'.repeat(3000) }, [{ vendor: 'Ann', spend: 100n }]],
];
