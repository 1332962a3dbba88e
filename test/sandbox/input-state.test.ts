import { describe, expect, it } from 'vitest';
import { clientErrors, valuesOf } from '../../src/sandbox/input-state.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const input = (element: object, more = {}) => ({
  type: 'input',
  block_id: 'b',
  label: plain('B'),
  element: { action_id: 'a', ...element },
  ...more,
});
const state = (type: string, value: string) => ({ b: { a: { type, value } } });

describe('the state of inputs', () => {
  it.each([
    ['plain_text_input', {}, { value: null }],
    ['plain_text_input', { initial_value: 'x' }, { value: 'x' }],
    ['number_input', {}, { value: null }],
    ['static_select', {}, { selected_option: null }],
    ['checkboxes', {}, { selected_options: [] }],
    ['multi_users_select', { initial_users: ['U1'] }, { selected_users: ['U1'] }],
    ['datepicker', { initial_date: '2026-11-23' }, { selected_date: '2026-11-23' }],
    ['users_select', {}, { selected_user: null }],
  ])('of an untouched %s %o is what Slack sends', (type, more, expected) => {
    expect(valuesOf([input({ type, ...more })], {})).toEqual({ b: { a: { type, ...expected } } });
  });

  it('is what was entered, and nothing for buttons', () => {
    const row = { type: 'actions', block_id: 'r', elements: [{ type: 'button', action_id: 'go', text: plain('Go') }] };
    const entered = state('plain_text_input', 'y');
    expect(valuesOf([row, input({ type: 'plain_text_input' })], entered)).toEqual(entered);
  });

  it('is found inside a container too', () => {
    const container = { type: 'container', block_id: 'c', child_blocks: [input({ type: 'plain_text_input' })] };
    expect(valuesOf([container], {})).toHaveProperty('b.a.value', null);
  });
});

describe('what Slack refuses by itself', () => {
  it.each([
    ['an empty field', { type: 'plain_text_input' }, '', 'Please complete this required field.'],
    ['a short text', { type: 'plain_text_input', min_length: 3 }, 'ab', 'Must be at least 3 characters.'],
    ['words for a number', { type: 'number_input', is_decimal_allowed: true }, 'twelve', 'Please enter a number.'],
    ['a fraction', { type: 'number_input', is_decimal_allowed: false }, '1.5', 'Please enter a whole number.'],
    ['too little', { type: 'number_input', is_decimal_allowed: true, min_value: '0' }, '-1', 'Must be at least 0.'],
    ['too much', { type: 'number_input', is_decimal_allowed: true, max_value: '9' }, '10', 'Must be no more than 9.'],
    ['no address', { type: 'email_text_input' }, 'ada', 'Please enter an email address.'],
    ['no link', { type: 'url_text_input' }, 'ada', 'Please enter a link.'],
  ])('%s', (_, element, value, problem) => {
    expect(clientErrors([input(element)], state(element.type, value))).toEqual({ b: problem });
  });

  it('is not what is optional, or right', () => {
    expect(clientErrors([input({ type: 'plain_text_input' }, { optional: true })], {})).toEqual({});
    expect(
      clientErrors([input({ type: 'number_input', is_decimal_allowed: true })], state('number_input', '1.5')),
    ).toEqual({});
  });
});
