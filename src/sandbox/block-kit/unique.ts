import type { Block } from '../page-api.ts';
import { at } from './problems.ts';
import { elementsOf } from './walk.ts';

/** A block_id stands once in a payload, an action_id once in a block. */
export function repeatedIds(blocks: readonly Block[], pointer: string): readonly string[] {
  const all = blocks.flatMap((block) => [block, ...(Array.isArray(block.child_blocks) ? block.child_blocks : [])]);
  const blockIds = all.flatMap(({ block_id: id }) => (typeof id === 'string' ? [id] : []));
  const actions = all.flatMap((block) =>
    repeated(elementsOf([{ ...block, child_blocks: [] }]).map(({ actionId }) => actionId)),
  );
  return [
    ...repeated(blockIds).map((id) => at(pointer, `block_id "${id}" already exists`)),
    ...actions.map((id) => at(pointer, `action_id "${id}" already exists for another element of the block`)),
  ];
}

function repeated(ids: readonly string[]): readonly string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
}
