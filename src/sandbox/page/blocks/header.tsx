import { plain } from '../text/text.tsx';
import type { TextObject } from './shapes.ts';

type Props = { readonly block: { readonly text: TextObject; readonly level?: number } };

/** Below the page's own headings, so that the outline stays one. */
const tags = ['h3', 'h4', 'h5', 'h6'] as const;

export function HeaderBlock({ block }: Props) {
  const level = Math.min(Math.max(block.level ?? 1, 1), 4);
  const Tag = tags[level - 1] ?? 'h3';
  return <Tag className={`header-block header-${level}`}>{plain(block.text)}</Tag>;
}
