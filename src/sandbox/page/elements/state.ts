import type { Block, ElementState } from '../../page-api.ts';
import { type Element, known, type RichText } from '../blocks/shapes.ts';

export type Values = Readonly<Record<string, Readonly<Record<string, ElementState>>>>;
export type Placed = { readonly blockId: string; readonly actionId: string; readonly element: Element };

/** What an untouched element says of itself, in the shape Slack gives it in `state.values`. */
const untouched: Readonly<Record<string, (element: Element) => Readonly<Record<string, unknown>>>> = {
  plain_text_input: textState,
  email_text_input: textState,
  url_text_input: textState,
  number_input: textState,
  rich_text_input: (element) => ({ rich_text_value: element.initial_value ?? null }),
  file_input: () => ({ files: [] }),
  static_select: (element) => ({ selected_option: element.initial_option ?? null }),
  external_select: (element) => ({ selected_option: element.initial_option ?? null }),
  radio_buttons: (element) => ({ selected_option: element.initial_option ?? null }),
  checkboxes: (element) => ({ selected_options: element.initial_options ?? [] }),
  multi_static_select: (element) => ({ selected_options: element.initial_options ?? [] }),
  multi_external_select: (element) => ({ selected_options: element.initial_options ?? [] }),
  users_select: (element) => ({ selected_user: element.initial_user ?? null }),
  conversations_select: (element) => ({ selected_conversation: element.initial_conversation ?? null }),
  channels_select: (element) => ({ selected_channel: element.initial_channel ?? null }),
  multi_users_select: (element) => ({ selected_users: element.initial_users ?? [] }),
  multi_conversations_select: (element) => ({ selected_conversations: element.initial_conversations ?? [] }),
  multi_channels_select: (element) => ({ selected_channels: element.initial_channels ?? [] }),
  datepicker: (element) => ({ selected_date: element.initial_date ?? null }),
  timepicker: (element) => ({ selected_time: element.initial_time ?? null }),
  datetimepicker: (element) => ({ selected_date_time: element.initial_date_time ?? null }),
};

function textState(element: Element) {
  return { value: element.initial_value ?? null };
}

/** The state of an element nobody has touched; `null` for one that keeps none, such as a button. */
export function initialState(element: Element): ElementState | null {
  const fields = untouched[element.type]?.(element);
  return fields ? { type: element.type, ...fields } : null;
}

/** Every element that keeps a state, wherever it stands in the blocks. */
export function statefulElements(blocks: readonly Block[]): readonly Placed[] {
  return blocks.flatMap((raw, index): readonly Placed[] => {
    const block = known(raw);
    if (block.type === 'container') return statefulElements(block.child_blocks);
    const blockId = blockIdOf(block, index);
    return elementsOf(raw).flatMap((element) =>
      element.action_id && untouched[element.type] ? [{ blockId, actionId: element.action_id, element }] : [],
    );
  });
}

/** The block's own id, or a stable stand-in: Slack, and so the sandbox, gives one to every block. */
export function blockIdOf(block: { readonly block_id?: string }, index: number): string {
  return block.block_id ?? `block-${index}`;
}

function elementsOf(raw: Block): readonly Element[] {
  const block = known(raw);
  switch (block.type) {
    case 'input':
      return [block.element];
    case 'actions':
      return block.elements;
    case 'section':
      return block.accessory && block.accessory.type !== 'image' ? [block.accessory as Element] : [];
    default:
      return [];
  }
}

/** All inputs as they stand: what was touched, and the initial state of the rest. */
export function valuesOf(blocks: readonly Block[], touched: Values): Values {
  const values: Record<string, Record<string, ElementState>> = {};
  for (const { blockId, actionId, element } of statefulElements(blocks)) {
    const state = touched[blockId]?.[actionId] ?? initialState(element);
    if (state) values[blockId] = { ...values[blockId], [actionId]: state };
  }
  return values;
}

/** Whether a required input is still to be filled. */
export function isEmpty(state: ElementState): boolean {
  return Object.entries(state).every(
    ([key, value]) => key === 'type' || value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
}

/** Typed text as the rich text that a `rich_text_input` submits; the sandbox's editor knows paragraphs only. */
export function richText(text: string): RichText | null {
  if (text === '') return null;
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}
