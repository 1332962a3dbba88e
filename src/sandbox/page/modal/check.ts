import type { Block, ElementState } from '../../page-api.ts';
import { type Element, known } from '../blocks/shapes.ts';
import { blockIdOf, isEmpty, type Values } from '../elements/state.ts';

/** What Slack itself refuses before the app is asked, by block id. */
export function check(blocks: readonly Block[], values: Values): Readonly<Record<string, string>> {
  const wrong: Record<string, string> = {};
  for (const [index, raw] of blocks.entries()) {
    const block = known(raw);
    if (block.type !== 'input') continue;
    const id = blockIdOf(block, index);
    const state = values[id]?.[block.element.action_id ?? ''];
    const sentence = state && sentenceFor(block.element, state, block.optional ?? false);
    if (sentence) wrong[id] = sentence;
  }
  return wrong;
}

function sentenceFor(element: Element, state: ElementState, optional: boolean): string | null {
  if (isEmpty(state)) return optional ? null : 'Please complete this required field.';
  const text = typeof state.value === 'string' ? state.value : '';
  if (element.type === 'number_input') return numberSentence(element, text);
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(text)) return 'Please enter a valid email address.';
  if (element.type === 'url_text_input' && !URL.canParse(text))
    return 'Please enter a whole address, such as https://example.com.';
  if (text.length < (element.min_length ?? 0)) return `Please enter at least ${element.min_length} characters.`;
  return null;
}

function numberSentence(element: Element, text: string): string | null {
  const whole = element.is_decimal_allowed ? /^-?\d+([.]\d+)?$/ : /^-?\d+$/;
  if (!whole.test(text))
    return element.is_decimal_allowed ? 'Please enter a number, such as 12.50.' : 'Please enter a whole number.';
  const value = Number(text);
  if (element.min_value !== undefined && value < Number(element.min_value))
    return `Please enter ${element.min_value} or more.`;
  if (element.max_value !== undefined && value > Number(element.max_value))
    return `Please enter ${element.max_value} or less.`;
  return null;
}
