import type { Element } from './block-kit/walk.ts';
import { elementsOf } from './block-kit/walk.ts';
import type { Block, ElementState } from './page-api.ts';

/** What people have entered, by block_id and action_id, as in `view.state.values`. */
export type Values = Readonly<Record<string, Readonly<Record<string, ElementState>>>>;

/** By type of element: the field that carries its state, and the field of the block it starts from. */
const STATE_FIELDS: Readonly<Record<string, readonly [string, string]>> = {
  plain_text_input: ['value', 'initial_value'],
  email_text_input: ['value', 'initial_value'],
  url_text_input: ['value', 'initial_value'],
  number_input: ['value', 'initial_value'],
  rich_text_input: ['rich_text_value', 'initial_value'],
  static_select: ['selected_option', 'initial_option'],
  external_select: ['selected_option', 'initial_option'],
  radio_buttons: ['selected_option', 'initial_option'],
  users_select: ['selected_user', 'initial_user'],
  conversations_select: ['selected_conversation', 'initial_conversation'],
  channels_select: ['selected_channel', 'initial_channel'],
  multi_static_select: ['selected_options', 'initial_options'],
  multi_external_select: ['selected_options', 'initial_options'],
  checkboxes: ['selected_options', 'initial_options'],
  multi_users_select: ['selected_users', 'initial_users'],
  multi_conversations_select: ['selected_conversations', 'initial_conversations'],
  multi_channels_select: ['selected_channels', 'initial_channels'],
  datepicker: ['selected_date', 'initial_date'],
  timepicker: ['selected_time', 'initial_time'],
  datetimepicker: ['selected_date_time', 'initial_date_time'],
  file_input: ['files', 'initial_files'],
};

export function stateField(type: string): string | undefined {
  return STATE_FIELDS[type]?.[0];
}

/** State of all inputs: what was entered, else what the block started with, else Slack's empty value. */
export function valuesOf(blocks: readonly Block[], entered: Values): Values {
  const states = elementsOf(blocks).flatMap((element) => {
    const state = entered[element.blockId]?.[element.actionId] ?? initialState(element);
    return state ? [{ ...element, state }] : [];
  });
  const byBlock = Map.groupBy(states, ({ blockId }) => blockId);
  return Object.fromEntries(
    [...byBlock].map(([blockId, list]) => [
      blockId,
      Object.fromEntries(list.map(({ actionId, state }) => [actionId, state])),
    ]),
  );
}

function initialState({ element }: Element): ElementState | undefined {
  const fields = STATE_FIELDS[element.type];
  if (!fields) return undefined;
  const [field, initial] = fields;
  const empty = field.endsWith('s') ? [] : null;
  return { type: element.type, [field]: element[initial] ?? empty };
}

/** What Slack itself refuses before it asks the app: by block_id, a sentence. */
export function clientErrors(blocks: readonly Block[], values: Values): Readonly<Record<string, string>> {
  const wrong = elementsOf(blocks).flatMap(({ block, blockId, actionId, element }) => {
    if (block.type !== 'input') return [];
    const field = STATE_FIELDS[element.type]?.[0];
    const value = field ? values[blockId]?.[actionId]?.[field] : undefined;
    const problem = inputProblem(element, value, block.optional === true);
    return problem ? [[blockId, problem]] : [];
  });
  return Object.fromEntries(wrong);
}

function inputProblem(element: Element['element'], value: unknown, optional: boolean): string | undefined {
  const isEmpty = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);
  if (isEmpty) return optional ? undefined : 'Please complete this required field.';
  if (typeof value !== 'string') return undefined;
  const { type, min_length: least, max_length: most } = element;
  if (typeof least === 'number' && value.length < least) return `Must be at least ${least} characters.`;
  if (typeof most === 'number' && value.length > most) return `Must be no more than ${most} characters.`;
  if (type === 'number_input') return numberProblem(element, value);
  if (type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(value)) return 'Please enter an email address.';
  if (type === 'url_text_input' && !URL.canParse(value)) return 'Please enter a link.';
  return undefined;
}

function numberProblem(element: Element['element'], value: string): string | undefined {
  const decimal = element.is_decimal_allowed === true;
  if (!(decimal ? /^-?\d+(\.\d+)?$/ : /^-?\d+$/).test(value))
    return decimal ? 'Please enter a number.' : 'Please enter a whole number.';
  if (element.min_value !== undefined && Number(value) < Number(element.min_value))
    return `Must be at least ${element.min_value}.`;
  if (element.max_value !== undefined && Number(value) > Number(element.max_value))
    return `Must be no more than ${element.max_value}.`;
  return undefined;
}
