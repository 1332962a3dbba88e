import { expect, test } from 'vitest';
import { valuesOf } from '../../../../src/sandbox/page/elements/state.ts';
import { check } from '../../../../src/sandbox/page/modal/check.ts';
import { form } from '../fake-blocks.ts';

const said = (block: string, type: string, value: string) =>
  check(form, valuesOf(form, { [block]: { v: { type, value } } }))[block];

test('a required input must be filled, an optional one need not', () => {
  expect(check(form, valuesOf(form, {}))).toEqual({ number: 'Please complete this required field.' });
});

test.each([
  ['total', 'number_input', '12,50', 'Please enter a number, such as 12.50.'],
  ['total', 'number_input', '-12.50', undefined],
  ['mail', 'email_text_input', 'nobody', 'Please enter a valid email address.'],
  ['mail', 'email_text_input', 'ap@nordlicht.example', undefined],
])('%s of type %s holding %s', (block, type, value, sentence) => {
  expect(said(block, type, value)).toBe(sentence);
});
