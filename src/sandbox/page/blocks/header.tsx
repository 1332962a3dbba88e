import { plain } from '../text/text.tsx';
import type { TextObject } from './shapes.ts';

type Props = { readonly block: { readonly text: TextObject; readonly level?: number } };

/** Levels start below the page's own headings, so that the outline stays one. */
export function HeaderBlock({ block }: Props) {
  const level = Math.min(block.level ?? 1, 4);
  return (
    <div className={`header-block header-${level}`} role="heading" aria-level={level + 2}>
      {plain(block.text)}
    </div>
  );
}
