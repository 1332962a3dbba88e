import { sql } from '../../engine/sql.ts';
import type { Db } from './database.ts';

/** Invoices of an import whose words are made to be found in one transaction. */
const perStep = 5_000;

/** Makes the words of the invoice's lines and pages to be found, in the place of those before. */
export async function writeWords(tx: Db, id: bigint): Promise<void> {
  await tx.query(sql`select invoice_words_write(array[${id}::bigint])`);
}

/** The next ones of an import that is loaded; false when none is left. Imports do without, or a load would take a quarter longer. */
export const writeImportWords = (db: Db): Promise<boolean> =>
  db.transaction(async (tx) => {
    const [due] = await tx.query<{ id: bigint; line: number }>(sql`
      select id, words_to as line from import where words_to is not null and state = 'loaded' order by id limit 1 for update skip locked`);
    if (!due) return false;
    const next = await tx.query<{ id: bigint; line: number }>(sql`
      select id, import_line as line from invoice
       where import_id = ${due.id} and import_line > ${due.line} and state <> 'deleted' order by import_line limit ${perStep}`);
    await tx.query(sql`select invoice_words_write(${next.map(({ id }) => id)}::bigint[])`);
    const reached = next.length < perStep ? null : next.at(-1)?.line;
    await tx.query(sql`update import set words_to = ${reached}::integer where id = ${due.id}`);
    return true;
  });
