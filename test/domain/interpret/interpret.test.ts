import { describe, expect, it } from 'vitest';
import { interpret } from '../../../src/domain/interpret/interpret.ts';
import { printed } from '../../../src/domain/interpret/printed.ts';
import type { Page } from '../../../src/domain/page.ts';
import { extras } from './papers/extras.ts';
import { imprints } from './papers/imprints.ts';
import { layouts } from './papers/layouts.ts';
import { letters } from './papers/letters.ts';
import { parties } from './papers/parties.ts';
import { receipts } from './papers/receipts.ts';
import { suppliers } from './papers/suppliers.ts';
import { trades } from './papers/trades.ts';
import { sheetOf } from './sheet.ts';

const read = (pages: readonly Page[]) =>
  interpret({ kind: 'pages', reader: 'test', pages }, { today: '2025-11-23' }).map((reading) =>
    printed(reading, { file: 'x', reader: 'test', ms: 0 }),
  );

const seen = (text: string, source: Page['source'], says: Readonly<Record<string, unknown>>) => {
  const [found] = read(sheetOf(text, source));
  const items = found?.line_items.map((item) => item.total);
  return Object.fromEntries(Object.keys(says).map((name) => [name, { ...found, items }[name as 'vendor']]));
};

describe('letters in eight languages', () => {
  it.each(letters)('$name', ({ text, says }) => {
    expect(seen(text, 'text', says)).toEqual(says);
  });
});

describe('layouts', () => {
  it.each(layouts)('$name', ({ text, says }) => {
    expect(seen(text, 'text', says)).toEqual(says);
  });
});

describe('suppliers', () => {
  it.each(suppliers)('$name', ({ text, says }) => {
    expect(seen(text, 'text', says)).toEqual(says);
  });
});

describe('trades', () => {
  it.each(trades)('$name', ({ text, says }) => {
    expect(seen(text, 'text', says)).toEqual(says);
  });
});

describe('vendors and numbers in unusual places', () => {
  it.each(imprints)('$name', ({ text, says }) => {
    expect(seen(text, 'text', says)).toEqual(says);
  });
});

describe('two parties on one paper', () => {
  it.each(parties)('$name', ({ text, says }) => {
    expect(seen(text, 'text', says)).toEqual(says);
  });
});

describe('discounts and freight', () => {
  it.each(extras)('$name', ({ text, says }) => {
    expect(seen(text, 'text', says)).toEqual(says);
  });
});

describe('receipts', () => {
  it.each(receipts)('$name', ({ text, says }) => {
    expect(seen(text, 'ocr', says)).toEqual(says);
  });
});
