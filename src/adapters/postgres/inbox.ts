import { sql } from '../../engine/sql.ts';
import type { Inbox, SlackEvent } from '../../ports/inbox.ts';
import type { Db } from './database.ts';
import { toJson } from './json.ts';

export const postgresInbox = (db: Db): Inbox => ({
  async keep({ id, type, body }) {
    const kept = await db.query(sql`
      insert into slack_event (id, type, body) values (${id}, ${type}, ${toJson(body)}::jsonb) on conflict (id) do nothing returning id`);
    return kept.length > 0;
  },

  async event(id) {
    const [event] = await db.query<SlackEvent>(
      sql`select id, type, body, received_at as "receivedAt" from slack_event where id = ${id}`,
    );
    return event ?? null;
  },

  async handled(id) {
    await db.query(sql`update slack_event set handled_at = now() where id = ${id} and handled_at is null`);
  },
});
