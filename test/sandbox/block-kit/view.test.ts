import { describe, expect, it } from 'vitest';
import { checkView } from '../../../src/sandbox/block-kit/view.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const input = {
  type: 'input',
  block_id: 'a',
  label: plain('Net'),
  element: { type: 'number_input', is_decimal_allowed: true },
};
const modal = (more = {}) => ({
  type: 'modal',
  title: plain('Correct'),
  submit: plain('Save'),
  blocks: [input],
  ...more,
});

describe('a view', () => {
  it('is taken when it is right', () => {
    expect(checkView(modal(), 'modal')).toEqual([]);
    expect(checkView({ type: 'home', blocks: [{ type: 'divider' }] }, 'home')).toEqual([]);
  });

  it.each([
    [
      'a title of 25 characters',
      modal({ title: plain('x'.repeat(25)) }),
      'must be less than 25 characters [json-pointer:/view/title/text]',
    ],
    ['no title', modal({ title: undefined }), 'missing required field: title [json-pointer:/view]'],
    ['inputs without submit', modal({ submit: undefined }), 'missing required field: submit [json-pointer:/view]'],
    [
      '101 blocks',
      modal({ blocks: Array.from({ length: 101 }, () => ({ type: 'divider' })) }),
      'no more than 100 items allowed [json-pointer:/view/blocks]',
    ],
    [
      'long metadata',
      modal({ private_metadata: 'x'.repeat(3001) }),
      'must be less than 3001 characters [json-pointer:/view/private_metadata]',
    ],
    [
      'a table, which modals do not take',
      modal({ blocks: [{ type: 'table', rows: [] }] }),
      'unsupported type: table [json-pointer:/view/blocks/0/type]',
    ],
    [
      'submit_disabled, which is for workflow steps',
      modal({ submit_disabled: true }),
      'invalid additional property: submit_disabled [json-pointer:/view]',
    ],
    [
      'one block_id twice',
      modal({ blocks: [input, input] }),
      'block_id "a" already exists [json-pointer:/view/blocks]',
    ],
  ])('is refused for %s', (_, view, problem) => {
    expect(checkView(view, 'modal')).toContain(problem);
  });

  it('of a Home takes no field for numbers and no title', () => {
    expect(checkView({ type: 'home', blocks: [input] }, 'home')).toContain(
      'unsupported type: number_input [json-pointer:/view/blocks/0/element/type]',
    );
    expect(checkView({ type: 'home', title: plain('x'), blocks: [] }, 'home')).toContain(
      'invalid additional property: title [json-pointer:/view]',
    );
  });

  it('that is none is refused', () => {
    expect(checkView(undefined, 'modal')).not.toEqual([]);
    expect(checkView('x', 'modal')).toContain('must provide an object [json-pointer:/view]');
  });
});
