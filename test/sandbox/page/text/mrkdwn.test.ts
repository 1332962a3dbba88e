import { expect, test } from 'vitest';
import { type Inline, parseInline, parseMrkdwn } from '../../../../src/sandbox/page/text/mrkdwn.ts';

/** A tree as one line: what is bold stands in [b ], and so on. */
function written(inside: readonly Inline[]): string {
  return inside
    .map((one) => {
      if (one.kind === 'text') return one.text;
      if ('inside' in one) return `[${one.kind} ${written(one.inside)}]`;
      if (one.kind === 'link') return `[link ${one.href} ${one.label}]`;
      if (one.kind === 'code') return `[code ${one.text}]`;
      if (one.kind === 'emoji') return `[emoji ${one.name}]`;
      if ('id' in one) return `[${one.kind} ${one.id}]`;
      return `[${one.kind}]`;
    })
    .join('');
}

test.each([
  ['*bold* and _italic_ and ~struck~', '[bold bold] and [italic italic] and [strike struck]'],
  ['2 * 3 * 4', '2 * 3 * 4'],
  ['snake_case_name', 'snake_case_name'],
  ['*bold _and italic_*', '[bold bold [italic and italic]]'],
  ['`a * b * c`', '[code a * b * c]'],
  ['*due date*: 1 Dec', '[bold due date]: 1 Dec'],
  ['*<https://a.example/x_y|a link>*', '[bold [link https://a.example/x_y a link]]'],
  ['see https://a.example/x.', 'see [link https://a.example/x https://a.example/x].'],
  ['<@U0ANA00001> in <#C0INVOICE1|invoices>', '[person U0ANA00001] in [channel C0INVOICE1]'],
  ['Smith &amp; Sons &lt;b&gt;', 'Smith & Sons <b>'],
  [':eyes: at 10:30:15', '[emoji eyes] at 10:30:15'],
  ['<javascript:alert(1)|press>', 'press'],
])('%s', (text, tree) => {
  expect(written(parseInline(text))).toBe(tree);
});

test('a fence keeps its marks, a quote is a part of its own', () => {
  const parts = parseMrkdwn('before\n```\n*net* + tax\n```\n&gt;quoted\n> too\nafter');

  expect(parts.map(({ kind }) => kind)).toEqual(['lines', 'fence', 'quote', 'lines']);
  expect(parts[1]).toEqual({ kind: 'fence', text: '*net* + tax' });
});
