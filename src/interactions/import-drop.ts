import { ImportRef } from '../domain/import/columns.ts';
import { button } from '../engine/interaction.ts';
import { tellImport } from '../workflows/offer-import.ts';
import { importLoad } from './import-load.ts';

/** This table is not wanted in the ledger; it may be loaded after all. */
export const importDrop = button({
  name: 'import-drop',
  needs: 'import.load',
  look: { label: 'Not this one' },
  value: ImportRef,

  async run({ import: id }, { grant, ports }) {
    const dropped = await ports.store.imports.drop(BigInt(id), grant);
    await tellImport(dropped, ports, () => [importLoad.draw({ import: id })]);
    return { kind: 'quiet' };
  },
});
