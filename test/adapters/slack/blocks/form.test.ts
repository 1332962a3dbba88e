import { expect, test } from 'vitest';
import { answersIn, carriedBy, errorsFor, viewOf } from '../../../../src/adapters/slack/blocks/form.ts';
import type { Form, Question } from '../../../../src/domain/reply.ts';
import { checkView } from '../../../../src/sandbox/block-kit/view.ts';

const long = 'x'.repeat(5000);
const questions: readonly Question[] = [
  { ask: 'words', name: 'vendor', label: 'Vendor', hint: long, placeholder: long, initial: 'Acme' },
  { ask: 'lines', name: 'note', label: long, optional: true, initial: long },
  { ask: 'amount', name: 'total', label: 'Total' },
  { ask: 'day', name: 'date', label: 'Date', initial: '2026-11-23' },
  {
    ask: 'choice',
    name: 'kind',
    label: 'Kind',
    options: [
      ['a', long],
      ['b', ''],
    ],
    initial: 'b',
  },
  { ask: 'suggest', name: 'whose', label: 'Whose', of: 'vendors', initial: 'Acme', placeholder: long },
  { ask: 'suggest', name: 'what', label: 'What', of: 'categories', optional: true },
  { ask: 'channel', name: 'channel', label: 'Channel', initial: 'C0INVOICES' },
  { ask: 'channel', name: 'elsewhere', label: 'Elsewhere', initial: 'D0BENLINDQ' },
  { ask: 'choice', name: 'other', label: 'Other', options: [['a', 'A']], initial: 'not there' },
];
const form: Form = { title: long, submits: 'thing', submitLabel: long, carries: 'basket 7', intro: long, questions };
const whence = { channel: 'C0INVOICES', thread: '1.2' };

test('every question becomes an input that Slack takes, whatever its length', () => {
  expect(checkView(viewOf(form, whence), 'modal')).toEqual([]);
});

test('a channel is there already where the form offers it, which direct messages are not', () => {
  const first = viewOf(form, whence).blocks.flatMap((block) => ('element' in block ? [block.element] : []));
  expect(first.filter(({ type }) => type === 'conversations_select')).toMatchObject([
    { initial_conversation: 'C0INVOICES' },
    expect.not.objectContaining({ initial_conversation: expect.anything() }),
  ]);
});

test('what travels with a form comes back', () => {
  expect(carriedBy(viewOf(form, whence).private_metadata ?? '')).toEqual({ carries: 'basket 7', ...whence });
  expect(carriedBy('from an older Penny')).toEqual({ carries: 'from an older Penny', channel: null, thread: null });
});

test('what cannot travel is a mistake of Penny, told before Slack refuses it', () => {
  expect(() => viewOf({ ...form, carries: long }, whence)).toThrow('longer than Slack takes');
  expect(() => viewOf({ ...form, questions: [{ ask: 'choice', name: 'k', label: 'K', options: [] }] }, whence)).toThrow(
    '0 options',
  );
  const tooLong: Question = { ask: 'suggest', of: 'vendors', name: 'v', label: 'V', initial: 'x'.repeat(76) };
  expect(() => viewOf({ ...form, questions: [tooLong] }, whence)).toThrow('longer value than Slack takes');
});

test('answers by question; what was left empty is absent', () => {
  expect(
    answersIn({
      vendor: { answer: { value: 'Acme' } },
      note: { answer: { value: null } },
      date: { answer: { selected_date: '2026-11-23' } },
      kind: { answer: { selected_option: { value: 'b' } } },
      whose: { vendors: { selected_option: { value: '#12' } } },
      what: { categories: { selected_option: null } },
      channel: { answer: { selected_conversation: 'C0FINANCE1' } },
      elsewhere: { answer: { selected_conversation: null } },
      other: { answer: { selected_option: null } },
    }),
  ).toEqual({ vendor: 'Acme', date: '2026-11-23', kind: 'b', whose: '#12', channel: 'C0FINANCE1' });
});

test('an error without a question of its own stands under the first', () => {
  const { blocks } = viewOf(form, whence);

  expect(errorsFor({ total: 'Too much.', '': 'They do not add up.', gone: 'What?' }, blocks)).toEqual({
    total: 'Too much.',
    vendor: 'They do not add up. What?',
  });
});
