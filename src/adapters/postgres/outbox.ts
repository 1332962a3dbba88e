import { sql } from '../../engine/sql.ts';
import type { Outbox, Wish } from '../../ports/outbox.ts';
import type { Queue } from '../../ports/queue.ts';
import type { Db } from './database.ts';
import { toJson } from './json.ts';

/** Wish and task are one: both are written, or neither. */
export function postgresOutbox(db: Db, queueOn: (db: Db) => Queue): Outbox {
  const deliver = async (tx: Db, rows: readonly { readonly id: bigint }[]) => {
    const [row] = rows;
    if (!row) return; // it says so already
    const wish = row.id.toString();
    await queueOn(tx).send({ name: 'deliver-wish', payload: { wish }, key: wish });
  };

  return {
    say: ({ key, channel, thread, saying }) =>
      db.transaction(async (tx) => {
        const rows = await tx.query<{ id: bigint }>(sql`
          insert into outbox (key, kind, channel, thread, saying) values (${key}, 'message', ${channel}, ${thread}, ${toJson(saying)}::jsonb)
          on conflict on constraint outbox_once
          do update set saying = excluded.saying, version = outbox.version + 1 where outbox.saying <> excluded.saying
          returning id`);
        await deliver(tx, rows);
      }),

    mark: ({ channel, ts, mark }) =>
      db.transaction(async (tx) => {
        const rows = await tx.query<{ id: bigint }>(sql`
          insert into outbox (key, kind, channel, ts, mark) values (${`mark:${channel}:${ts}`}, 'mark', ${channel}, ${ts}, ${mark})
          on conflict on constraint outbox_once
          do update set mark = excluded.mark, version = outbox.version + 1 where outbox.mark <> excluded.mark
          returning id`);
        await deliver(tx, rows);
      }),

    async wish(id) {
      const [row] = await db.query<WishRow>(sql`
        select id, key, kind, channel, thread, ts, saying, mark, shown, version, delivered, attempted_at is not null as attempted
          from outbox where id = ${id}`);
      return row ? wishOf(row) : null;
    },

    async posted(key) {
      const [row] = await db.query<{ channel: string; ts: string | null }>(
        sql`select channel, ts from outbox where key = ${key} and delivered > 0`,
      );
      return row ?? null;
    },

    async attempting(id) {
      await db.query(sql`update outbox set attempted_at = now() where id = ${id}`);
    },

    async delivered(id, version, ts, mark) {
      await db.query(sql`
        update outbox set delivered = greatest(delivered, ${version}), ts = coalesce(${ts}, ts), shown = coalesce(${mark}, shown), attempted_at = null
         where id = ${id}`);
    },
  };
}

type WishRow = Omit<Wish, 'kind'> & {
  readonly kind: 'message' | 'mark';
  readonly thread: string | null;
  readonly ts: string | null;
  readonly saying: unknown;
  readonly mark: string | null;
  readonly shown: string | null;
};

/** The columns that belong to the kind; the table's check constraint keeps them together. */
function wishOf({ kind, thread, ts, saying, mark, shown, ...rest }: WishRow): Wish {
  return (kind === 'message' ? { ...rest, kind, thread, ts, saying } : { ...rest, kind, ts, mark, shown }) as Wish;
}
