import { expect, test } from 'vitest';
import { linesOf } from '../../../src/domain/interpret/lines.ts';
import type { Page } from '../../../src/domain/page.ts';

/** A line of a till roll: letters 6 wide and 5 high, each blank as wide as a letter. */
function typed(source: Page['source']): Page {
  const words = [...'TICKET No 65185     12,60'.matchAll(/\S+/g)].map((match) => ({
    text: match[0],
    box: { left: (match.index * 6) / 300, top: 0.1, width: (match[0].length * 6 - 1) / 300, height: 5 / 300 },
  }));
  return { number: 1, width: 300, height: 300, source, words };
}
const segmentsOf = (page: Page) => linesOf([page])[0]?.segments.map(({ text }) => text);

test('a typewriter’s blank parts words, not columns, where OCR read them', () => {
  expect(segmentsOf(typed('ocr'))).toEqual(['TICKET No 65185', '12,60']);
  expect(segmentsOf(typed('text'))).toEqual(['TICKET', 'No', '65185', '12,60']);
});
