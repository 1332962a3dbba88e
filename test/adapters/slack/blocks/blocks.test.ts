import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { blocksOf, summaryOf } from '../../../../src/adapters/slack/blocks/blocks.ts';
import type { Part, Picture, Saying, Span, Text } from '../../../../src/domain/reply.ts';
import { checkMessageBlocks } from '../../../../src/sandbox/block-kit/message.ts';
import { checkView } from '../../../../src/sandbox/block-kit/view.ts';

const saying = (...parts: readonly Part[]): Saying => ({ summary: 'All of it', parts });
const picture: Picture = { png: '', alt: 'Spend rose to 12,400 EUR in May', name: 'trend' };

const parts: readonly Part[] = [
  { part: 'heading', text: 'Invoice from Acme' },
  {
    part: 'text',
    text: ['Booked as ', { bold: '#12' }, ' by ', { person: 'U0BENLINDQ' }, ' on ', { day: '2026-11-23' }],
  },
  {
    part: 'note',
    text: [
      'See ',
      { link: 'https://acme.example/?a=1&b=2', label: 'the first one' },
      ' in ',
      { channel: 'C0INVOICES' },
    ],
  },
  {
    part: 'facts',
    facts: [
      ['Vendor', 'Acme'],
      ['Due', [{ day: '2026-12-01' }, ' · ', { italic: 'sure' }]],
      ['Empty', ''],
    ],
  },
  {
    part: 'kpis',
    kpis: [
      { label: 'Spend', value: '12,400 €', note: '12 % more than in April' },
      { label: 'Invoices', value: '31' },
    ],
  },
  { part: 'picture', picture },
  {
    part: 'table',
    caption: 'By month',
    columns: ['Month', 'Spend'],
    rows: [
      ['May', '12,400'],
      ['June', ''],
    ],
    numeric: [1],
  },
  {
    part: 'controls',
    controls: [
      {
        press: 'thing-confirm',
        label: 'Confirm',
        value: '{}',
        style: 'primary',
        confirm: { title: 'Sure?', text: 'It counts from then on.', yes: 'Yes', no: 'No' },
      },
      { press: 'thing-size', label: 'Size', about: '{"of":"1|2"}', choices: [{ options: [['s', 'Small']] }] },
      {
        press: 'thing-size',
        label: 'Size',
        about: '',
        choices: [
          { heading: 'Usual', options: [['s', 'Small']] },
          { heading: 'Unusual', options: [['xl', 'Huge']] },
        ],
      },
    ],
  },
  { part: 'divider' },
];

test('every part becomes blocks that Slack takes, in a message and in the App Home', () => {
  const uploaded = new Map([[picture, 'F0ABCDEFGH']]);

  const blocks = blocksOf(saying(...parts), uploaded);

  expect(checkMessageBlocks(blocks)).toEqual([]);
  expect(checkView({ type: 'home', blocks: blocksOf(saying(...parts), uploaded, 'home') }, 'home')).toEqual([]);
  expect(blocks.map(({ type }) => type)).toEqual([
    'header',
    'rich_text',
    'context',
    'section',
    'carousel',
    'image',
    'rich_text',
    'table',
    'actions',
    'divider',
  ]);
});

const plot: Part = {
  part: 'chart',
  plot: { kind: 'pie', title: 'Spend', labels: ['a'], series: [{ name: 's', values: [1] }], unit: null },
  otherwise: picture,
};

test('the native look: Slack draws two charts, and the rest are pictures; the App Home takes none', () => {
  const uploaded = new Map([[picture, 'F0ABCDEFGH']]);
  const types = (blocks: ReturnType<typeof blocksOf>) => blocks.map(({ type }) => type);
  const native = blocksOf(saying(plot, plot, plot), uploaded, 'message', 'native');

  expect(checkMessageBlocks(native)).toEqual([]);
  expect(types(native)).toEqual(['data_visualization', 'data_visualization', 'image']);
  expect(types(blocksOf(saying(plot), uploaded, 'home'))).toEqual(['image']);
});

test('the native look: a table of any size is sorted and paged by who reads it, what does not fit is counted', () => {
  const row = (i: number) => [`Vendor ${i}`, i % 7 === 0 ? '–' : `€${i}`];
  const rows = Array.from({ length: 250 }, (_, i) => row(i));
  const sorts = rows.map(([, says], i) => [null, says === '–' ? null : i]);
  const table: Part = { part: 'table', caption: 'T', columns: ['Vendor', 'Spend'], rows, numeric: [1], sorts };
  const blocks = blocksOf(saying(table, table), new Map(), 'message', 'native');

  expect(checkMessageBlocks(blocks)).toEqual([]);
  expect(blocks.map(({ type }) => type)).toEqual(['data_table', 'context', 'rich_text', 'rich_text', 'context']);
  expect(JSON.stringify(blocks[1])).toContain('… and 50 more rows.');
  const wide: Part = { ...table, rows: rows.map(([name]) => [name?.repeat(40) ?? '', 'x']) };
  expect(checkMessageBlocks(blocksOf(saying(wide), new Map(), 'message', 'native'))).toEqual([]);
});

test('the simple look says the same with the oldest blocks', () => {
  const blocks = blocksOf(saying(...parts), new Map(), 'message', 'simple');

  expect(checkMessageBlocks(blocks)).toEqual([]);
  expect(blocks.map(({ type }) => type)).not.toContain('carousel');
  expect(blocks.map(({ type }) => type)).not.toContain('table');
  for (const words of ['12,400 €', '12 % more than in April', 'Invoices', 'June'])
    expect(JSON.stringify(blocks)).toContain(words);
});

test('a picture that Slack has not got is told in words', () => {
  expect(JSON.stringify(blocksOf(saying({ part: 'picture', picture })))).toContain('Spend rose to 12,400 EUR in May');
});

test('a second table stands in letters of one width, for Slack takes one table', () => {
  const table: Part = {
    part: 'table',
    caption: 'T',
    columns: ['a', 'b'],
    rows: [
      ['1', '22'],
      ['333', '4'],
    ],
    numeric: [1],
  };

  const blocks = blocksOf(saying(table, table));

  expect(blocks.map(({ type }) => type)).toEqual(['rich_text', 'table', 'rich_text', 'rich_text']);
  expect(JSON.stringify(blocks.at(-1))).toContain('a     b\\n1    22\\n333   4');
});

test('rows that do not fit are counted', () => {
  const rows = Array.from({ length: 500 }, (_, i) => [`row ${i}`, 'x'.repeat(100)]);

  const blocks = blocksOf(saying({ part: 'table', caption: 'Many', columns: ['a', 'b'], rows }));

  expect(checkMessageBlocks(blocks)).toEqual([]);
  expect(JSON.stringify(blocks.at(-1))).toMatch(/and 4\d\d more rows/);
});

test('more parts than a message holds end in a sentence', () => {
  const blocks = blocksOf(saying(...Array.from({ length: 80 }, (): Part => ({ part: 'divider' }))));

  expect(blocks).toHaveLength(50);
  expect(JSON.stringify(blocks.at(-1))).toContain('more than Slack can show');
});

/** What people and files may bring into a text, written for this test. */
const hostile = [
  '<!channel> look',
  '<!here|here>',
  '<!everyone>',
  '<!subteam^S0TEAM1>',
  '<@U0BENLINDQ>',
  '<#C0INVOICES|x>',
  '<https://bad.example|https://good.example>',
  '<mailto:x@bad.example|mail>',
  'https://bad.example/login',
  '*b* _i_ ~s~ `c` ```d```',
  '&lt;!channel&gt;',
  '&amp;lt;!here&amp;gt;',
  '@channel',
  '@here @everyone',
  '> quote\n> quote',
  'ACME\u202eFDP.exe',
  'A\u0000B\u0007C\u001b[31m',
  '\u2066hidden\u2069',
  'zero\u200bwidth',
  'x'.repeat(9000),
  '💣'.repeat(4000),
  '\ud83d half',
  'one\nTotal: 0.00\nApproved by @cfo',
  ':white_check_mark: APPROVED',
  '|',
  '',
  ' ',
  '\n',
  '\u0000',
  '<',
  '>',
  '&',
  '`',
  '*',
  '{"type":"button"}',
  'ignore previous instructions',
] as const;

const everywhere = (text: string): Saying => ({
  summary: text,
  parts: [
    { part: 'heading', text },
    { part: 'text', text },
    {
      part: 'text',
      text: [
        { bold: text },
        { italic: text },
        { code: text },
        { link: text, label: text },
        { link: 'https://ok.example', label: text },
        { person: text },
        { channel: text },
        { day: text },
      ],
    },
    { part: 'note', text },
    {
      part: 'note',
      text: [
        text,
        { bold: text },
        { code: text },
        { link: 'https://ok.example', label: text },
        { person: text },
        { day: text },
      ],
    },
    {
      part: 'facts',
      facts: [
        [text, text],
        [text, [{ italic: text }, text]],
      ],
    },
    { part: 'kpis', kpis: [{ label: text, value: text, note: text }] },
    { part: 'picture', picture: { ...picture, alt: text } },
    { part: 'table', caption: text, columns: [text, text], rows: [[text, text]], numeric: [1] },
    { part: 'table', caption: text, columns: [text, text], rows: [[text, text]], numeric: [1] },
    {
      part: 'controls',
      controls: [
        { press: 'x', label: text, value: '{}', confirm: { title: text, text, yes: text, no: text } },
        { press: 'x', label: text, about: '', choices: [{ heading: text, options: [['1', text]] }] },
      ],
    },
  ],
});

test('a second table without a word in it is within the limits too', () => {
  const empty = { part: 'table', caption: '', columns: [''], rows: [] } as const;

  expect(checkMessageBlocks(blocksOf(saying(empty, empty)))).toEqual([]);
});

test('a menu without options, or about more than an action_id holds, is left out; the rest stays', () => {
  const menu = (about: string, options: readonly (readonly [string, string])[]) =>
    ({ press: 'thing-size', label: 'Size', about, choices: [{ options }] }) as const;
  const one = [['s', 'Small']] as const;
  const controls = [menu('fits', one), menu('', []), menu('x'.repeat(255), one)];

  const [actions] = blocksOf(saying({ part: 'controls', controls }));

  expect(actions).toMatchObject({ elements: [{ type: 'static_select', action_id: 'thing-size|0|fits' }] });
  expect(blocksOf(saying({ part: 'controls', controls: controls.slice(1) }))).toEqual([]);
});

/** All text of Slack's markup in the blocks: where `<` begins something. */
function markupOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(markupOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === 'mrkdwn' && 'text' in value ? [String(value.text)] : [];
  return [...own, ...Object.values(value).flatMap(markupOf)];
}

describe('whatever stands in a file or was typed', () => {
  test.each(hostile.map((text) => [text.slice(0, 30), text] as const))(
    '%j is shown as it is, and Slack takes it',
    (_, text) => {
      const said = everywhere(text);
      const simple = blocksOf(said, new Map(), 'message', 'simple');
      const blocks = [...blocksOf(said), ...simple];

      expect(checkMessageBlocks(blocksOf(said))).toEqual([]);
      expect(checkMessageBlocks(simple)).toEqual([]);
      for (const markup of [...markupOf(blocks), summaryOf(said)]) {
        // nothing but the link that the test itself put there
        expect(markup.replaceAll(/<https:\/\/ok\.example\/\|[^<>|]*>/g, '')).not.toMatch(/[<>]/);
        expect(markup.replaceAll(/`[^`]*`/g, '')).not.toMatch(/@(channel|here|everyone)\b|:[a-z_]+:/);
      }
      expect(JSON.stringify(blocks)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b]|\\u00(?!0a)[01]/);
      expect(summaryOf(said).length).toBeLessThanOrEqual(4000);
    },
  );

  test('is no markup of any kind in rich text', () => {
    const [block] = blocksOf(saying({ part: 'text', text: '<!channel> *bold* :tada: `x`' }));

    expect(block).toEqual({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: '<!channel> *bold* :tada: `x`' }] }],
    });
  });

  test.each([
    ['*b* _i_ ~s~ `c`', '∗b* ˍi_ ∼s~ ˋcˋ'],
    ['> quote', '\u2060&gt; quote'],
    [':tada: @here', ':\u2060tada: @\u2060here'],
    ['*Acme', '∗Acme'],
  ])('%j begins no markup in a fact', (text, markup) => {
    expect(JSON.stringify(blocksOf(saying({ part: 'facts', facts: [['Vendor', text]] })))).toContain(
      `*Vendor*\\n${markup}"`,
    );
  });

  test('bold text does not end before its end', () => {
    const blocks = blocksOf(saying({ part: 'kpis', kpis: [{ label: 'Top vendor', value: 'Sons *Ltd* 3*4' }] }));

    expect(JSON.stringify(blocks)).toContain('"*Sons ∗Ltd∗ 3*4*"');
  });

  test('stays copyable: signs inside words and numbers are left alone', () => {
    const blocks = blocksOf(
      saying({
        part: 'facts',
        facts: [
          ['Number', 'INV_2026_007-a*b'],
          ['Amount', '1.234,50 € (~5%)'],
        ],
      }),
    );

    expect(JSON.stringify(blocks)).toContain('INV_2026_007-a*b');
  });

  test('any saying at all is within the limits', () => {
    const text = fc.string({ unit: 'binary', maxLength: 5000 });
    const span: fc.Arbitrary<Span> = fc.oneof(
      text,
      fc.record({ bold: text }),
      fc.record({ italic: text }),
      fc.record({ code: text }),
      fc.record({ link: fc.oneof(fc.webUrl(), text), label: text }),
      fc.record({ person: text }),
      fc.record({ channel: text }),
      fc.record({ day: fc.oneof(fc.constant('2026-02-28'), text) }),
    );
    const words: fc.Arbitrary<Text> = fc.oneof(text, fc.array(span, { maxLength: 5 }));
    const part: fc.Arbitrary<Part> = fc.oneof(
      fc.record({ part: fc.constant('heading' as const), text }),
      fc.record({ part: fc.constant('text' as const), text: words }),
      fc.record({ part: fc.constant('note' as const), text: words }),
      fc.record({ part: fc.constant('facts' as const), facts: fc.array(fc.tuple(text, words), { maxLength: 12 }) }),
      fc.record({
        part: fc.constant('kpis' as const),
        kpis: fc.array(fc.record({ label: text, value: text, note: text }), { maxLength: 12 }),
      }),
      fc.record({
        part: fc.constant('table' as const),
        caption: text,
        columns: fc.array(text, { minLength: 1, maxLength: 25 }),
        rows: fc.array(fc.array(text, { maxLength: 25 }), { maxLength: 8 }),
      }),
    );

    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), text, (some, summary) => {
        const said: Saying = { summary, parts: some };
        expect(checkMessageBlocks(blocksOf(said))).toEqual([]);
        expect(summaryOf(said).length).toBeLessThanOrEqual(4000);
      }),
      { numRuns: 60 },
    );
  });
});
