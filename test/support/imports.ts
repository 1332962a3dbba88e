import type { Mapping } from '../../src/domain/import/columns.ts';
import type { Saying } from '../../src/domain/reply.ts';
import { importControls } from '../../src/interactions/import-controls.ts';
import type { Import } from '../../src/ports/imports.ts';
import { tellImport } from '../../src/workflows/offer-import.ts';
import { type Desk, partText } from './chat.ts';
import { seated } from './people.ts';
import { copyText } from './rows.ts';

export const mapping: Mapping = {
  columns: ['vendor', 'date', 'total', null],
  header: 1,
  dates: 'dmy',
  decimal: ',',
  currency: 'EUR',
  date: null,
};
export const preview = {
  header: ['Supplier', 'Paid', 'Amount', 'Cost centre'],
  samples: [
    ['Acme', '02.03.2026', '100,00', '7'],
    ['Bolt', '03.03.2026', '20,00', '7'],
  ],
  sheet: null,
  trial: null,
};

/** Tables that people shared, without files: offered as the workflow would offer them, and loaded from rows given by the test. */
export async function importsOf(desk: Desk) {
  const { store } = desk.ports;
  const cleo = await seated(store, 'UCLEO', 'operator');
  let files = 0;
  return {
    async offered(change: Partial<Pick<Import, 'mapping' | 'layout' | 'preview'>> = {}): Promise<Import> {
      files += 1;
      const facts = {
        sha256: files.toString(16).padStart(64, '0'),
        size: 1,
        type: 'text/csv',
        name: `spend-${files}.csv`,
      } as const;
      const { document } = await store.documents.document(facts);
      const { share } = await store.documents.share({ slackFile: `F${files}`, channel: 'CIN', slackUser: 'UCLEO' });
      await store.documents.note(share.id, {
        messageTs: `ts-F${files}`,
        fileName: facts.name,
        documentId: document.id,
      });
      const offer = { documentId: document.id, shareId: share.id, layout: 'layout', mapping, preview, ...change };
      const { import: made } = await store.imports.offer(offer, cleo.may('document.share'));
      await tellImport(made, desk.ports, importControls);
      return made;
    },
    /** As the job would. */
    async loaded(id: bigint, rows: Parameters<typeof copyText>[0]): Promise<Import> {
      const done = await desk.ports.loadImport(id, copyText(rows), { signal: new AbortController().signal });
      if (done === null) throw new Error(`import ${id} was not begun`);
      await tellImport(done, desk.ports, importControls);
      return done;
    },
    /** What its thread shows. */
    async shows({ shareId }: Import): Promise<string> {
      const [row] = await desk.database.query<{ saying: Saying }>({
        text: 'select saying from outbox where key = $1',
        values: [`share:${shareId}`],
      });
      return (row?.saying.parts ?? []).map(partText).join('\n');
    },
    async mark({ shareId }: Import): Promise<string | undefined> {
      const [row] = await desk.database.query<{ mark: string }>({
        text: "select o.mark from outbox o join document_share s on s.message_ts = o.ts where s.id = $1 and o.kind = 'mark'",
        values: [shareId],
      });
      return row?.mark;
    },
    press: (name: string, { id }: Pick<Import, 'id'>, as: 'ada' | 'ben' | 'cleo' | 'noor' = 'ben') =>
      desk.press({ press: name, label: '', value: JSON.stringify({ import: String(id) }) }, as),
  };
}

/** A row as it was prepared. */
export const row = (vendor: string, total: string, more: Record<string, string> = {}) => ({
  vendor,
  total_minor: total,
  date: '2026-03-02',
  currency: 'EUR',
  ...more,
});
