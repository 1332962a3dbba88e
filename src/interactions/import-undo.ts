import { ImportRef } from '../domain/import/columns.ts';
import { button } from '../engine/interaction.ts';
import { tellImport } from '../workflows/offer-import.ts';
import { importLoad } from './import-load.ts';

/** Takes a loaded table back whole. */
export const importUndo = button({
  name: 'import-undo',
  needs: 'import.load',
  look: {
    label: 'Undo import',
    style: 'danger',
    confirm: {
      title: 'Undo this import?',
      text: 'Every invoice that it booked is taken out, those too that somebody corrected or confirmed since. It can be loaded again.',
      yes: 'Undo import',
      no: 'Keep it',
    },
  },
  value: ImportRef,

  async run({ import: id }, { grant, ports }) {
    const undone = await ports.store.imports.undo(BigInt(id), grant);
    await tellImport(undone, ports, () => [importLoad.draw({ import: id })]);
    return { kind: 'quiet' };
  },
});
