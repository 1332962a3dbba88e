import { missingIn } from '../domain/import/columns.ts';
import type { Control } from '../domain/reply.ts';
import type { Import } from '../ports/imports.ts';
import { importColumns } from './import-columns.ts';
import { importDrop } from './import-drop.ts';
import { importLoad } from './import-load.ts';
import { importUndo } from './import-undo.ts';

/** The buttons under an import, as its state allows; what a person may not do is refused when they press it. */
export function importControls({ id, state, mapping }: Import): readonly Control[] {
  const value = { import: String(id) };
  const isReady = mapping !== null && missingIn(mapping).length === 0;
  const load = isReady ? [importLoad.draw(value)] : [];
  switch (state) {
    case 'offered':
    case 'failed':
      return [...load, importColumns.draw(value), importDrop.draw(value)];
    case 'loaded':
      return [importUndo.draw(value)];
    case 'loading':
      return [];
    default:
      return load;
  }
}
