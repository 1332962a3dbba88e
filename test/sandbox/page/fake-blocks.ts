import type { Block } from '../../../src/sandbox/page-api.ts';

/** One of each block and element that the page draws, as an accounts-payable app would send them. */
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const plain = (text: string) => ({ type: 'plain_text', text, emoji: true });
const option = (text: string, value = text.toLowerCase()) => ({ text: plain(text), value });
const kpi = (title: string, figure: string, note: string): Block => ({
  type: 'card',
  title: mrkdwn(title),
  body: mrkdwn(`*${figure}*`),
  subtext: mrkdwn(note),
});

export const invoiceCard: readonly Block[] = [
  {
    type: 'section',
    block_id: 'what',
    text: mrkdwn(
      '*Nordlicht Papier GmbH* · invoice `NP-2026-1187`\nBooked as *Office supplies*, due <!date^1796083200^{date_short}|Dec 1>.',
    ),
    accessory: { type: 'image', slack_file: { id: 'F0PAGEONE1' }, alt_text: 'Page one of NP-2026-1187' },
  },
  {
    type: 'section',
    block_id: 'amounts',
    fields: [
      mrkdwn('*Net*\n1,020.00 EUR'),
      mrkdwn('*VAT 19 %*\n193.80 EUR'),
      mrkdwn('*Total*\n1,213.80 EUR'),
      mrkdwn('*Invoice date*\n1 Nov 2026'),
    ],
  },
  {
    type: 'context',
    block_id: 'sure',
    elements: [mrkdwn(':white_check_mark: net + tax = total  ·  :warning: *due date* is a guess: no date is printed')],
  },
  {
    type: 'actions',
    block_id: 'decide',
    elements: [
      { type: 'button', action_id: 'confirm', text: plain('Confirm'), style: 'primary', value: 'inv_1' },
      { type: 'button', action_id: 'correct', text: plain('Correct'), value: 'inv_1' },
      {
        type: 'button',
        action_id: 'delete',
        text: plain('Delete'),
        style: 'danger',
        value: 'inv_1',
        confirm: {
          title: plain('Delete this invoice?'),
          text: mrkdwn('You can undo it for *30 days*.'),
          confirm: plain('Delete it'),
          deny: plain('Keep it'),
          style: 'danger',
        },
      },
      {
        type: 'overflow',
        action_id: 'more',
        options: [option('Show line items', 'lines'), option('Not an invoice', 'not')],
      },
    ],
  },
];

export const dashboard: readonly Block[] = [
  { type: 'header', block_id: 'h', text: plain('Spend in November 2026') },
  {
    type: 'carousel',
    block_id: 'kpis',
    elements: [
      kpi('Spend', '41,207.90 EUR', ':chart_with_upwards_trend: 12.4 % more than October'),
      kpi('Invoices', '87', '3 in review'),
      kpi('Average', '473.65 EUR', 'median 212.00 EUR'),
      kpi('Top vendor', 'Stadtwerke', '9,120.00 EUR, 22 %'),
    ],
  },
  {
    type: 'data_visualization',
    block_id: 'trend',
    title: 'Spend by month, EUR',
    chart: {
      type: 'bar',
      series: [
        {
          name: 'Spend',
          data: [
            ['Jul', 31_200],
            ['Aug', 28_400],
            ['Sep', 35_900],
            ['Oct', 36_650],
            ['Nov', 41_208],
          ].map(([label, value]) => ({ label, value })),
        },
      ],
      axis_config: { categories: ['Jul', 'Aug', 'Sep', 'Oct', 'Nov'] },
    },
  },
  {
    type: 'data_table',
    block_id: 'vendors',
    caption: 'Top vendors',
    page_size: 5,
    row_header_column_index: 0,
    rows: [
      [
        { type: 'raw_text', text: 'Vendor' },
        { type: 'raw_text', text: 'Invoices' },
        { type: 'raw_text', text: 'Total' },
      ],
      ...[
        ['Stadtwerke', 4, 9120],
        ['Nordlicht Papier GmbH', 12, 6410.2],
        ['Hansen Logistik', 9, 5230.5],
        ['Café Zufall', 21, 1240.4],
        ['ACME Ltd.', 2, 980],
        ['Blumen Ohlsen', 3, 120],
      ].map(([vendor, count, total]) => [
        { type: 'raw_text', text: String(vendor) },
        { type: 'raw_number', value: Number(count), text: String(count) },
        { type: 'raw_number', value: Number(total), text: `${Number(total).toFixed(2)} EUR` },
      ]),
    ],
  },
  {
    type: 'actions',
    block_id: 'drill',
    elements: [
      {
        type: 'static_select',
        action_id: 'bucket',
        placeholder: plain('Open a month'),
        options: [option('November 2026', '2026-11'), option('October 2026', '2026-10')],
      },
      { type: 'button', action_id: 'share', text: plain('Share in channel') },
    ],
  },
];

export const everyBlock: readonly Block[] = [
  {
    type: 'rich_text',
    block_id: 'rt',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Rich text: ' },
          { type: 'text', text: 'bold', style: { bold: true } },
          { type: 'text', text: ', ' },
          { type: 'link', url: 'https://example.com', text: 'a link' },
          { type: 'text', text: ', ' },
          { type: 'user', user_id: 'U0ANA00001' },
          { type: 'text', text: ' ' },
          { type: 'emoji', name: 'tada' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'one' }] },
          { type: 'rich_text_section', elements: [{ type: 'text', text: 'two' }] },
        ],
      },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'quoted' }] },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'select 1;' }] },
    ],
  },
  {
    type: 'markdown',
    block_id: 'md',
    text: '## Markdown\n\n- a list\n- with **bold**\n\n| vendor | total |\n|---|---|\n| ACME | 980.00 |',
  },
  { type: 'divider', block_id: 'dv' },
  {
    type: 'section',
    block_id: 'verb',
    text: {
      type: 'mrkdwn',
      text: 'Fence and quote:\n```\nnet + tax = total\n1020.00 + 193.80\n```\n>quoted line\n_italic_ ~struck~ `2 * 3 * 4` and 2 * 3 * 4, <#C0INVOICE1>, <@U0BEN00001>, <https://example.com|a link>, :large_green_circle: fine &amp; well',
    },
  },
  {
    type: 'table',
    block_id: 'tb',
    column_settings: [{ is_wrapped: true }, { align: 'right' }],
    rows: [
      [
        { type: 'raw_text', text: 'Check' },
        { type: 'raw_text', text: 'Result' },
      ],
      [
        { type: 'raw_text', text: 'Rows restored and identical' },
        { type: 'raw_number', value: 1204, text: '1,204' },
      ],
    ],
  },
  {
    type: 'image',
    block_id: 'im',
    title: plain('Spend by month'),
    slack_file: { id: 'F0CHART001' },
    alt_text: 'Bar chart: spend by month, highest 41,208 EUR in November',
  },
  {
    type: 'container',
    block_id: 'co',
    title: plain('Line items'),
    subtitle: plain('3 lines'),
    is_collapsible: true,
    child_blocks: [{ type: 'section', block_id: 'li', text: mrkdwn('Paper A4, 40 × 12.50 EUR') }],
  },
  {
    type: 'card',
    block_id: 'ca',
    title: mrkdwn('*Access request*'),
    subtitle: mrkdwn('Nora Nobody asks for *operator*'),
    body: mrkdwn('Granted rights end after 24 hours.'),
    actions: [
      { type: 'button', action_id: 'grant', text: plain('Grant'), style: 'primary' },
      { type: 'button', action_id: 'refuse', text: plain('Refuse') },
    ],
  },
  {
    type: 'actions',
    block_id: 'pick',
    elements: [
      { type: 'users_select', action_id: 'who', placeholder: plain('Person') },
      { type: 'datepicker', action_id: 'when', initial_date: '2026-11-20', placeholder: plain('Until') },
      {
        type: 'multi_static_select',
        action_id: 'cats',
        placeholder: plain('Categories'),
        options: [option('Travel'), option('Office')],
      },
    ],
  },
  {
    type: 'actions',
    block_id: 'pick2',
    elements: [
      {
        type: 'checkboxes',
        action_id: 'boxes',
        options: [
          { text: mrkdwn('*Weekly* digest'), value: 'w', description: mrkdwn('Mondays at nine') },
          option('Monthly digest', 'm'),
        ],
      },
      {
        type: 'radio_buttons',
        action_id: 'radio',
        options: [option('This one', 'a'), option('That one', 'b')],
        initial_option: option('This one', 'a'),
      },
    ],
  },
];

export const form: readonly Block[] = [
  {
    type: 'alert',
    block_id: 'al',
    level: 'warning',
    text: mrkdwn('Penny was unsure of *two* fields. They are marked.'),
  },
  {
    type: 'input',
    block_id: 'vendor',
    label: plain('Vendor'),
    element: { type: 'plain_text_input', action_id: 'v', initial_value: 'Nordlicht Papier GmbH' },
  },
  {
    type: 'input',
    block_id: 'number',
    label: plain('Invoice number'),
    hint: plain('As printed on the invoice.'),
    element: { type: 'plain_text_input', action_id: 'v' },
  },
  {
    type: 'input',
    block_id: 'total',
    label: plain('Total'),
    element: { type: 'number_input', action_id: 'v', is_decimal_allowed: true, initial_value: '1213.80' },
  },
  {
    type: 'input',
    block_id: 'date',
    label: plain('Invoice date'),
    element: { type: 'datepicker', action_id: 'v', initial_date: '2026-11-01' },
  },
  {
    type: 'input',
    block_id: 'currency',
    label: plain('Currency'),
    element: {
      type: 'static_select',
      action_id: 'v',
      options: [option('EUR'), option('USD')],
      initial_option: option('EUR'),
    },
  },
  {
    type: 'input',
    block_id: 'owner',
    optional: true,
    label: plain('Who ordered it'),
    element: { type: 'users_select', action_id: 'v' },
  },
  {
    type: 'input',
    block_id: 'mail',
    optional: true,
    label: plain('Mail of the vendor'),
    element: { type: 'email_text_input', action_id: 'v' },
  },
  {
    type: 'input',
    block_id: 'kind',
    label: plain('Kind'),
    element: {
      type: 'radio_buttons',
      action_id: 'v',
      options: [option('Invoice'), option('Credit note')],
      initial_option: option('Invoice'),
    },
  },
  {
    type: 'input',
    block_id: 'flags',
    optional: true,
    label: plain('Flags'),
    element: { type: 'checkboxes', action_id: 'v', options: [option('Paid already'), option('Recurring')] },
  },
  {
    type: 'input',
    block_id: 'note',
    optional: true,
    label: plain('Note'),
    element: { type: 'plain_text_input', action_id: 'v', multiline: true },
  },
];
