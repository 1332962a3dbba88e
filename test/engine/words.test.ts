import { expect, test } from 'vitest';
import { words } from '../../src/engine/words.ts';

const read = (text: string) => words(text, ['share', 'table'], ['vendor', 'currency']);

test.each([
  ['', [], {}],
  ['vendors last quarter', ['vendors', 'last', 'quarter'], {}],
  ['vendors --share last quarter', ['vendors', 'last', 'quarter'], { share: true }],
  ['trend —share', ['trend'], { share: true }], // the dash a phone makes of two
  ['trend –table', ['trend'], { table: true }],
  ['vendor:acme', [], { vendor: 'acme' }],
  ['vendor:"Blue Paper Ltd" 2026', ['2026'], { vendor: 'Blue Paper Ltd' }],
  ['Vendor:“Blue Paper”', [], { vendor: 'Blue Paper' }], // curly quotes
  ['--currency usd --share', [], { currency: 'usd', share: true }],
  ['--currency', [], { currency: true }],
  ['at 12:30', ['at', '12:30'], {}], // a colon alone makes no key
  ['jan-mar 2026', ['jan-mar', '2026'], {}],
  ['"two words" three', ['two words', 'three'], {}],
  ['vendor:acme vendor:blue', [], { vendor: 'blue' }],
])('“%s”', (text, bare, named) => {
  expect(read(text)).toEqual({ bare, named });
});

test('names that objects are born with are names like any other', () => {
  expect(words('--constructor x --to-string', [], []).named).toEqual({ constructor: 'x', 'to-string': true });
  expect(Object.getPrototypeOf(words('__proto__:x', [], ['__proto__']).named)).not.toBe('x');
});
