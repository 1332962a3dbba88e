import { newId } from '../ids.ts';
import type { Block } from '../page-api.ts';

type Json = Readonly<Record<string, unknown>>;

/** An interactive element and the block it stands in. */
export type Element = {
  readonly block: Block;
  readonly blockId: string;
  readonly actionId: string;
  readonly element: Json & { readonly type: string };
};

/** Types that a person can press, pick or type into. */
const INTERACTIVE =
  /^(button|icon_button|workflow_button|feedback_buttons|checkboxes|radio_buttons|overflow|datepicker|timepicker|datetimepicker|(multi_)?(static|external|users|conversations|channels)_select|(plain|email|url|rich)_text_input|number_input|file_input)$/;

/** Gives a block_id to each block and an action_id to each interactive element that came without one, as Slack does. */
export function fillIds(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => filledBlock(block));
}

function filledBlock(block: Block): Block {
  const id = typeof block.block_id === 'string' && block.block_id !== '' ? block.block_id : newId('', 5);
  const parts = Object.entries(block).map(([key, value]) => [
    key,
    key === 'child_blocks' ? filledBlocks(value) : filledPart(value),
  ]);
  return { ...Object.fromEntries(parts), type: block.type, block_id: id };
}

function filledBlocks(value: unknown): unknown {
  return Array.isArray(value) ? value.map((child) => filledBlock(child)) : value;
}

function filledPart(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(filledPart);
  if (!isJson(value)) return value;
  const parts: Json = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, filledPart(part)]));
  const needsId = typeof parts.type === 'string' && INTERACTIVE.test(parts.type) && typeof parts.action_id !== 'string';
  return needsId ? { ...parts, action_id: newId('', 5) } : parts;
}

/** All interactive elements, in the order a reader meets them; ids must have been filled in. */
export function elementsOf(blocks: readonly Block[]): readonly Element[] {
  return blocks.flatMap((block) => elementsIn(block, block));
}

function elementsIn(value: unknown, block: Block): readonly Element[] {
  if (Array.isArray(value)) return value.flatMap((part) => elementsIn(part, block));
  if (!isJson(value)) return [];
  const within = typeof value.block_id === 'string' && typeof value.type === 'string' ? (value as Block) : block; // has both of what makes a block
  const { type, action_id: actionId } = value;
  if (typeof type === 'string' && typeof actionId === 'string' && INTERACTIVE.test(type)) {
    return [{ block: within, blockId: String(within.block_id), actionId, element: { ...value, type } }];
  }
  return Object.values(value).flatMap((part) => elementsIn(part, within));
}

/** Every place where a picture is taken from a file of Slack's. */
export function slackFiles(
  value: unknown,
  pointer: string,
): readonly { readonly pointer: string; readonly id?: string; readonly url?: string }[] {
  if (Array.isArray(value)) return value.flatMap((part, index) => slackFiles(part, `${pointer}/${index}`));
  if (!isJson(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => {
    if (key !== 'slack_file' || !isJson(part)) return slackFiles(part, `${pointer}/${key}`);
    const id = typeof part.id === 'string' ? { id: part.id } : {};
    const url = typeof part.url === 'string' ? { url: part.url } : {};
    return [{ pointer: `${pointer}/slack_file`, ...id, ...url }];
  });
}

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
