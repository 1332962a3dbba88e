import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { chanceOf } from '../seed/chance.ts';

const usual =
  `toner paper blue cable screw bolt copper cloud storage hosting license service support freight parcel pallet fuel diesel rent cleaning coffee lunch hotel
  flight taxi train server domain printer desk chair lamp battery filter pump valve steel wood glass paint`.split(
    /\s+/,
  );
const others = 6_000;

/** Words for a fifth of a seeded ledger: eight where an e-invoice or a table has items, eighty where a page was read. Few words are frequent, most are rare. */
export async function writePapers(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'penny bench' });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string; words: number }>(`
      select id, case when source in ('slack_file', 'drop') then 80 else 8 end as words from invoice
       where source in ('slack_file', 'drop') or source = 'e_invoice' and id % 2 = 0 or id % 20 = 0 order by id`);
    await pipeline(
      Readable.from(lines(rows)),
      client.query(copyFrom('copy invoice_line (invoice_id, position, description) from stdin')),
    );
    for (let from = 0; from < rows.length; from += 10_000)
      await client.query('select invoice_words_write($1::bigint[])', [
        rows.slice(from, from + 10_000).map(({ id }) => id),
      ]);
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}

function* lines(rows: readonly { readonly id: string; readonly words: number }[]): Generator<string> {
  const chance = chanceOf(1);
  const word = () => {
    const at = Math.floor(others * chance.next() ** 3);
    return usual[at] ?? `item${at}`;
  };
  for (const { id, words } of rows) {
    const text = Array.from({ length: words }, word).join(' ');
    const rare = `${Number(id) % 5_003 === 0 ? ' blue paper' : ''}${Number(id) % 20_011 === 0 ? ' zanzibar' : ''}`;
    yield `${id}\t1\tinvoice ${text}${rare}\n`;
  }
}
