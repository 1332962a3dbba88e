import { RichTextView } from './rich-text.tsx';
import type { Cell } from './shapes.ts';

export function CellView({ cell }: { readonly cell: Cell | undefined }) {
  if (!cell) return null;
  if (cell.type === 'rich_text') return <RichTextView of={cell} />;
  return cellText(cell);
}

/** What a cell says, for sorting and searching. */
export function cellText(cell: Cell | undefined): string {
  if (!cell) return '';
  if (cell.type === 'raw_number') return cell.text ?? String(cell.value);
  if (cell.type === 'raw_text') return cell.text;
  return JSON.stringify(cell.elements);
}
