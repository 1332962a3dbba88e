import { ImportRef } from '../domain/import/columns.ts';
import { button } from '../engine/interaction.ts';
import { tellImport } from '../workflows/offer-import.ts';

/** Loads a table that was shown, or one whose import failed or was undone. */
export const importLoad = button({
  name: 'import-load',
  needs: 'import.load',
  look: { label: 'Load', style: 'primary' },
  value: ImportRef,

  async run({ import: id }, { grant, ports }) {
    const begun = await ports.store.imports.begin(BigInt(id), grant);
    await tellImport(begun, ports, () => []);
    return { kind: 'quiet' };
  },
});
