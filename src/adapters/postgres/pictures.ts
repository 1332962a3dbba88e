import type { Cut } from '../../domain/cut.ts';
import { sql } from '../../engine/sql.ts';
import type { Pictures } from '../../ports/pictures.ts';
import type { Db } from './database.ts';
import { toJson } from './json.ts';

type Row = { readonly shows: Cut['shows']; readonly place: Omit<Cut, 'shows'>; readonly slackFile: string | null };

export const postgresPictures = (db: Db): Pictures => ({
  async of(invoice) {
    const rows = await db.query<Row>(
      sql`select shows, place, slack_file as "slackFile" from invoice_picture where invoice_id = ${invoice}`,
    );
    return rows.map(({ place, ...rest }) => ({ ...rest, ...place }));
  },

  async keep(invoice, pictures) {
    for (const { shows, page, box, slackFile } of pictures)
      await db.query(sql`
        insert into invoice_picture (invoice_id, shows, place, slack_file) values (${invoice}, ${shows}, ${toJson({ page, box })}::jsonb, ${slackFile})
        on conflict on constraint invoice_picture_once
        do update set place = excluded.place, slack_file = excluded.slack_file, drawn_at = now()`);
  },
});
