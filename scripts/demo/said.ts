import type { Message } from '../../src/sandbox/page-api.ts';

/** The words of a message as a person reads them, block after block. */
export const said = ({ blocks, text }: Pick<Message, 'blocks' | 'text'>): string =>
  blocks.length > 0 ? words(blocks).join('\n') : text;

function words(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(words);
  if (typeof value !== 'object' || value === null) return [];
  const entries = Object.entries(value).filter(([key]) => !['block_id', 'action_id', 'confirm'].includes(key));
  return entries.flatMap(([key, part]) =>
    typeof part === 'string' ? (['text', 'alt_text', 'title'].includes(key) ? [part] : []) : words(part),
  );
}
