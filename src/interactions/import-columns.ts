import { Fault } from '../domain/fault.ts';
import { ImportRef } from '../domain/import/columns.ts';
import { button } from '../engine/interaction.ts';
import { columnsForm } from './map-columns.ts';

/** Opens the form that says what each column holds. */
export const importColumns = button({
  name: 'import-columns',
  needs: 'import.load',
  look: { label: 'Change columns' },
  value: ImportRef,

  async run({ import: id }, { ports }) {
    const one = await ports.store.imports.any(BigInt(id));
    if (one === null) throw new Fault('missing', `There is no import ${id}. Share the file again.`);
    if (one.state === 'loading' || one.state === 'loaded')
      throw new Fault(
        'conflict',
        `${one.fileName} is ${one.state === 'loaded' ? 'loaded' : 'being loaded'} already. Undo the import first.`,
      );
    return { kind: 'form', form: columnsForm(one) };
  },
});
