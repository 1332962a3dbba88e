import { z } from 'zod';
import type { Block } from '../page-api.ts';
import { blockOf } from './blocks.ts';
import { at, problemsOf } from './problems.ts';
import { repeatedIds } from './unique.ts';

const MessageBlocks = z.array(blockOf.message).max(50);

/** What is wrong with a message's blocks, as Slack would say it; nothing when it would take them. */
export function checkMessageBlocks(blocks: readonly unknown[]): readonly string[] {
  const problems = problemsOf(MessageBlocks, blocks, '/blocks');
  if (problems.length > 0) return problems;
  const known = blocks as readonly Block[]; // the schema has just said so
  return [...repeatedIds(known, '/blocks'), ...wholeLimits(known)];
}

/** By type: how many a message takes, and how many characters they may have together. */
const WHOLE: Readonly<Record<string, { readonly count?: number; readonly characters?: number }>> = {
  table: { count: 1, characters: 10_000 },
  data_table: { characters: 20_000 },
  markdown: { characters: 12_000 },
  data_visualization: { count: 2 },
  plan: { count: 1 },
};

function wholeLimits(blocks: readonly Block[]): readonly string[] {
  return Object.entries(WHOLE).flatMap(
    ([type, { count = Number.POSITIVE_INFINITY, characters = Number.POSITIVE_INFINITY }]) => {
      const all = blocks.flatMap(withChildren).filter((block) => block.type === type);
      const length = all.reduce((sum, block) => sum + textLength(block), 0);
      return [
        ...(all.length > count ? [at('/blocks', `no more than ${count} ${type} blocks allowed in a message`)] : []),
        ...(length > characters
          ? [at('/blocks', `all ${type} blocks together must be less than ${characters + 1} characters`)]
          : []),
      ];
    },
  );
}

function withChildren(block: Block): readonly Block[] {
  const children = Array.isArray(block.child_blocks) ? block.child_blocks : [];
  return [block, ...children];
}

function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum, part) => sum + textLength(part), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, part]) => sum + (key === 'text' && typeof part === 'string' ? part.length : textLength(part)),
    0,
  );
}
