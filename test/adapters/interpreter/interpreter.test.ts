import { afterAll, expect, test } from 'vitest';
import { startChildren } from '../../../src/adapters/children/children.ts';
import { interpretApart, interpreterModule } from '../../../src/adapters/interpreter/interpreter.ts';
import { warm } from '../../../src/adapters/interpreter/understand.ts';
import { interpret } from '../../../src/domain/interpret/interpret.ts';
import type { Word } from '../../../src/domain/page.ts';
import type { Reading } from '../../../src/domain/reading.ts';

const children = startChildren({ count: 1, megabytes: 300, load: [interpreterModule] });
const understand = interpretApart(children.run);
afterAll(() => children.stop());

const context = { today: '2026-04-01' } as const;
const signal = () => new AbortController().signal;
const written = (lines: readonly string[]): Reading => ({
  kind: 'pages',
  reader: 'test',
  pages: [{ number: 1, width: 595, height: 842, source: 'text', words: lines.flatMap(wordsOf) }],
});
const wordsOf = (line: string, row: number): readonly Word[] =>
  line.split(' ').map((text, column) => ({
    text,
    box: { left: 0.05 + column * 0.09, top: 0.02 + row * 0.012, width: 0.08, height: 0.009 },
  }));

const bill = written([
  'Acme GmbH',
  'Invoice no. 4711',
  'Date 2026-03-31',
  'Net 100.00',
  'VAT 19.00',
  'Total EUR 119.00',
]);

test('a reading is understood in a child as it is here, amounts as bigint', async () => {
  const found = await understand(bill, context, signal());
  expect(found).toEqual(interpret(bill, context));
  expect(found[0]?.fields.total?.value).toBe(11_900n);
});

test('what was read exactly passes through', async () => {
  const invoices = interpret(bill, context);
  expect(await understand({ kind: 'exact', reader: 'xml', invoices }, context, signal())).toBe(invoices);
});

test('a page made to take long leaves this thread free', async () => {
  const row = 'Total 1,234.56 Net 11.00 VAT 2.00 Amount due 9.99';
  const hostile = written(Array.from({ length: 80 }, () => row));
  let longest = 0;
  let last = performance.now();
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - last);
    last = performance.now();
  }, 5);
  try {
    await understand(hostile, context, signal());
    expect(longest).toBeLessThan(200);
  } finally {
    clearInterval(beat);
  }
});

test('who stops waiting is told why', async () => {
  const stop = new AbortController();
  stop.abort(new Error('Penny stops'));
  await expect(understand(bill, context, stop.signal)).rejects.toThrow('Penny stops');
});

test('warming up finds the invoice it is made of', () => {
  expect(warm).not.toThrow();
});
