import type { types } from '@slack/bolt';
import type { Form, Question, Suggested } from '../../../domain/reply.ts';
import { imageBlock } from './blocks.ts';
import { option } from './controls.ts';
import { plain } from './plain.ts';
import { richText } from './rich-text.ts';

/** Where the form was opened: what comes of it is said there. */
export type Whence = { readonly channel: string | null; readonly thread: string | null };

/** The action id of the one element in each input block, but of one that asks for suggestions: that is of what. The block's id is the question's name. */
const answerId = 'answer';

/** Limits of https://docs.slack.dev/surfaces/modals */
const titleLength = 24;
const longestCarry = 3000;

/** A form as a modal view. */
export function viewOf(form: Form, whence: Whence): types.ModalView {
  const carried = JSON.stringify({ carries: form.carries, ...whence });
  if (carried.length > longestCarry)
    throw new Error(`What the form ${form.submits} carries is longer than Slack takes.`);
  return {
    type: 'modal',
    callback_id: form.submits,
    private_metadata: carried,
    title: plain(form.title, titleLength),
    submit: plain(form.submitLabel, titleLength),
    close: plain('Cancel', titleLength),
    blocks: [
      ...(form.intro ? [richText(form.intro)] : []),
      ...(form.picture ? [imageBlock(form.picture)] : []),
      ...form.questions.map(input),
    ],
  };
}

/** What `viewOf` made travel with the view; nothing for a view that it did not make. */
export function carriedBy(metadata: string): Whence & { readonly carries: string } {
  try {
    const { carries, channel, thread } = JSON.parse(metadata) ?? {};
    return { carries: String(carries ?? ''), channel: channel ?? null, thread: thread ?? null };
  } catch {
    return { carries: metadata, channel: null, thread: null };
  }
}

function input(question: Question): types.InputBlock {
  return {
    type: 'input',
    block_id: question.name,
    label: plain(question.label, 2000),
    element: element(question),
    ...(question.hint ? { hint: plain(question.hint, 2000) } : {}),
    ...(question.optional ? { optional: true } : {}),
  };
}

function element(question: Question): types.InputBlock['element'] {
  switch (question.ask) {
    case 'day':
      return {
        type: 'datepicker',
        action_id: answerId,
        ...(question.initial ? { initial_date: question.initial } : {}),
      };
    case 'channel':
      return channel(question);
    case 'choice':
      return choice(question);
    case 'suggest':
      return suggestions(question);
    default:
      return {
        type: 'plain_text_input',
        action_id: answerId,
        multiline: question.ask === 'lines',
        ...(question.initial ? { initial_value: question.initial.slice(0, 3000) } : {}),
        ...(question.placeholder ? { placeholder: plain(question.placeholder, 150) } : {}),
      };
  }
}

/** Slack refuses to begin with a conversation that it does not offer. */
function channel({ initial }: Extract<Question, { ask: 'channel' }>): types.ConversationsSelect {
  const first = initial?.match(/^[CG]/) ? { initial_conversation: initial } : {};
  return { type: 'conversations_select', action_id: answerId, filter: { include: ['public', 'private'] }, ...first };
}

function choice({ name, options: offered, initial }: Extract<Question, { ask: 'choice' }>): types.StaticSelect {
  const options = offered.map(([value, label]) => ({ value, text: plain(label, 75) }));
  if (options.length === 0 || options.length > 100)
    throw new Error(`The question ${name} has ${options.length} options; Slack takes 1 to 100.`);
  const first = options.find(({ value }) => value === initial);
  return { type: 'static_select', action_id: answerId, options, ...(first ? { initial_option: first } : {}) };
}

/** Letters after which Slack begins to ask: without any, few names are as good as none. */
const fewestLetters = { vendors: 1, 'known-vendors': 1, categories: 0 } as const satisfies Record<Suggested, number>;

function suggestions({ of, initial, placeholder }: Extract<Question, { ask: 'suggest' }>): types.ExternalSelect {
  return {
    type: 'external_select',
    action_id: of,
    min_query_length: fewestLetters[of],
    ...(initial ? { initial_option: option([initial, initial]) } : {}),
    ...(placeholder ? { placeholder: plain(placeholder, 150) } : {}),
  };
}

type State = Readonly<Record<string, Readonly<Record<string, AnswerState>>>>;
type AnswerState = {
  readonly value?: string | null | undefined;
  readonly selected_date?: string | null | undefined;
  readonly selected_conversation?: string | null | undefined;
  readonly selected_option?: { readonly value?: string } | null | undefined;
};

/** The answers by question; what was left empty is absent. */
export function answersIn(values: State): Readonly<Record<string, string>> {
  const answers = Object.entries(values).flatMap(([name, elements]) => {
    const [given] = Object.values(elements);
    const answer =
      given?.value ?? given?.selected_date ?? given?.selected_conversation ?? given?.selected_option?.value;
    return answer ? [[name, answer] as const] : [];
  });
  return Object.fromEntries(answers);
}

/** Errors as Slack wants them: keyed by the inputs that there are. What belongs to none of them stands under the first. */
export function errorsFor(
  errors: Readonly<Record<string, string>>,
  blocks: readonly { type: string; block_id?: string }[],
): Record<string, string> {
  const inputs = blocks.flatMap(({ type, block_id }) => (type === 'input' && block_id ? [block_id] : []));
  const placed: Record<string, string> = {};
  for (const [name, sentence] of Object.entries(errors)) {
    const at = inputs.includes(name) ? name : inputs[0];
    if (at !== undefined) placed[at] = placed[at] ? `${placed[at]} ${sentence}` : sentence;
  }
  return placed;
}
