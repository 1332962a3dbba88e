import { describe, expect, it } from 'vitest';
import { checkMessageBlocks } from '../../../src/sandbox/block-kit/message.ts';

const text = (length: number) => 'x'.repeat(length);
const plain = (words: string) => ({ type: 'plain_text', text: words });
const section = (words: string) => ({ type: 'section', text: { type: 'mrkdwn', text: words } });
const button = (more = {}) => ({ type: 'button', text: plain('Go'), action_id: 'go', ...more });
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const option = (value: string) => ({ text: plain(value), value });
const cell = (words: string) => ({ type: 'raw_text', text: words });
const point = (label: string) => ({ label, value: 1 });
const chart = (title: string) => ({
  type: 'data_visualization',
  title,
  chart: { type: 'bar', series: [{ name: 'Net', data: [point('May')] }], axis_config: { categories: ['May'] } },
});

/** Everything Slack takes, each kind once. */
const good = [
  section('Hello'),
  {
    type: 'section',
    fields: [{ type: 'mrkdwn', text: '*Total*' }],
    accessory: { type: 'overflow', options: [option('a')] },
  },
  { type: 'header', text: plain('March'), level: 2 },
  { type: 'image', alt_text: 'A chart', slack_file: { id: 'F0123456789' } },
  {
    type: 'context',
    elements: [
      { type: 'image', alt_text: 'x', image_url: 'https://x.test/a.png' },
      { type: 'mrkdwn', text: 'by' },
    ],
  },
  { type: 'divider' },
  actions(
    button({
      style: 'danger',
      confirm: { title: plain('Sure?'), text: plain('Really'), confirm: plain('Yes'), deny: plain('No') },
    }),
    {
      type: 'static_select',
      options: [option('a'), option('b')],
      initial_option: option('b'),
    },
  ),
  { type: 'input', label: plain('Name'), element: { type: 'plain_text_input', action_id: 'n' } },
  {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'hi', style: { bold: true } }] }],
  },
  { type: 'markdown', text: '**hi**' },
  { type: 'card', title: { type: 'mrkdwn', text: 'Spend' }, body: plain('1,200 EUR'), actions: [button()] },
  { type: 'carousel', elements: [{ type: 'card', title: plain('One') }] },
  { type: 'container', title: plain('More'), child_blocks: [section('inside')], is_collapsible: true },
  { type: 'table', rows: [[cell('a'), cell('b')]], column_settings: [{ align: 'right' }, null] },
  { type: 'data_table', caption: 'Bills', rows: [[cell('h')], [{ type: 'raw_number', value: 1, text: '1' }]] },
  chart('Spend'),
  { type: 'data_visualization', title: 'Share', chart: { type: 'pie', segments: [{ label: 'Rent', value: 3 }] } },
  { type: 'context_actions', elements: [{ type: 'icon_button', icon: 'trash', text: plain('Delete') }] },
  { type: 'plan', title: 'Reading', tasks: [{ type: 'task_card', task_id: '1', title: 'OCR', status: 'pending' }] },
];

describe('blocks of a message', () => {
  it.each(good.map((block) => [block.type, block] as const))('takes a good %s', (_, block) => {
    expect(checkMessageBlocks([block])).toEqual([]);
  });

  const refused: readonly (readonly [string, readonly unknown[], string])[] = [
    [
      '51 blocks',
      Array.from({ length: 51 }, () => ({ type: 'divider' })),
      'no more than 50 items allowed [json-pointer:/blocks]',
    ],
    ['an unknown block', [{ type: 'graph' }], 'unsupported type: graph [json-pointer:/blocks/0/type]'],
    [
      'an alert, which is for modals',
      [{ type: 'alert', text: plain('x') }],
      'unsupported type: alert [json-pointer:/blocks/0/type]',
    ],
    ['a block without a type', [{ text: 'x' }], 'missing required field: type [json-pointer:/blocks/0]'],
    ['a long section', [section(text(3001))], 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
    ['an empty text', [section('')], 'must be more than 0 characters [json-pointer:/blocks/0/text/text]'],
    [
      'a long header',
      [{ type: 'header', text: plain(text(151)) }],
      'must be less than 151 characters [json-pointer:/blocks/0/text/text]',
    ],
    [
      'a header in mrkdwn',
      [{ type: 'header', text: { type: 'mrkdwn', text: 'x' } }],
      'must be one of: plain_text [json-pointer:/blocks/0/text/type]',
    ],
    [
      'a section without words',
      [{ type: 'section' }],
      'must define either `text` or `fields` [json-pointer:/blocks/0]',
    ],
    [
      'a picture without words',
      [{ type: 'image', image_url: 'https://x.test/a.png' }],
      'missing required field: alt_text [json-pointer:/blocks/0]',
    ],
    [
      'a picture from two places',
      [{ type: 'image', alt_text: 'x', image_url: 'https://x.test', slack_file: { id: 'F0123456789' } }],
      'must define either `image_url` or `slack_file` [json-pointer:/blocks/0]',
    ],
    [
      '26 buttons',
      [actions(...Array.from({ length: 26 }, (_, n) => button({ action_id: `${n}` })))],
      'no more than 25 items allowed [json-pointer:/blocks/0/elements]',
    ],
    [
      'a long button',
      [actions(button({ text: plain(text(76)) }))],
      'must be less than 76 characters [json-pointer:/blocks/0/elements/0/text/text]',
    ],
    [
      'an unknown property',
      [section('x'), { type: 'divider', color: 'red' }],
      'invalid additional property: color [json-pointer:/blocks/1]',
    ],
    [
      'an unknown style',
      [actions(button({ style: 'green' }))],
      'must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]',
    ],
    [
      'a bare string in a card',
      [{ type: 'card', title: 'Spend' }],
      'must provide an object [json-pointer:/blocks/0/title]',
    ],
    [
      'an initial option of its own',
      [actions({ type: 'static_select', options: [option('a')], initial_option: option('z') })],
      'initial option must be one of the options [json-pointer:/blocks/0/elements/0]',
    ],
    [
      'a number field, which is for modals',
      [{ type: 'input', label: plain('N'), element: { type: 'number_input', is_decimal_allowed: true } }],
      'unsupported type: number_input [json-pointer:/blocks/0/element/type]',
    ],
    [
      'one block_id twice',
      [
        { type: 'divider', block_id: 'a' },
        { type: 'divider', block_id: 'a' },
      ],
      'block_id "a" already exists [json-pointer:/blocks]',
    ],
    [
      'one action_id twice',
      [actions(button(), button())],
      'action_id "go" already exists for another element of the block [json-pointer:/blocks]',
    ],
    [
      'three charts',
      [chart('a'), chart('b'), chart('c')],
      'no more than 2 data_visualization blocks allowed in a message [json-pointer:/blocks]',
    ],
    [
      'a chart with a category without a point',
      [{ ...chart('a'), chart: { ...chart('a').chart, axis_config: { categories: ['May', 'June'] } } }],
      'each series needs one point for every category [json-pointer:/blocks/0/chart]',
    ],
    [
      'a slice of nothing',
      [{ type: 'data_visualization', title: 'x', chart: { type: 'pie', segments: [{ label: 'a', value: 0 }] } }],
      'must be more than 0 [json-pointer:/blocks/0/chart/segments/0/value]',
    ],
    [
      '21 columns',
      [{ type: 'table', rows: [Array.from({ length: 21 }, () => cell('x'))] }],
      'no more than 20 items allowed [json-pointer:/blocks/0/rows/0]',
    ],
    [
      'two tables',
      [
        { type: 'table', rows: [[cell('a')]] },
        { type: 'table', rows: [[cell('a')]] },
      ],
      'no more than 1 table blocks allowed in a message [json-pointer:/blocks]',
    ],
    [
      'a table of more than 10,000 characters',
      [{ type: 'table', rows: [[cell(text(10_001))]] }],
      'all table blocks together must be less than 10001 characters [json-pointer:/blocks]',
    ],
    [
      'a card in a container',
      [{ type: 'container', child_blocks: [{ type: 'card', title: plain('x') }] }],
      'unsupported type: card [json-pointer:/blocks/0/child_blocks/0/type]',
    ],
    [
      '201 rows below the header',
      [{ type: 'data_table', caption: 'x', rows: Array.from({ length: 202 }, () => [cell('x')]) }],
      'no more than 201 items allowed [json-pointer:/blocks/0/rows]',
    ],
  ];
  it.each(refused)('refuses %s', (_, blocks, problem) => {
    expect(checkMessageBlocks(blocks)).toEqual([problem]);
  });

  it('counts all markdown blocks together', () => {
    const half = { type: 'markdown', text: text(6001) };
    expect(checkMessageBlocks([half])).toEqual([]);
    expect(checkMessageBlocks([half, half])[0]).toContain('all markdown blocks together');
  });
});
