import type { Actor } from '../../domain/access.ts';
import type { Call } from '../../domain/call.ts';
import { sql } from '../../engine/sql.ts';
import type { Audit, AuditEntry } from '../../ports/audit.ts';
import type { Db } from './database.ts';
import { toJson } from './json.ts';

export const postgresAudit = (db: Db): Audit => ({
  async asked(call, entry, actor) {
    await db.query(sql`
      insert into audit_log (kind, call, origin, team, channel, actor_id, actor, slack_user, action, given)
      values ('asked', ${call.id}, ${call.origin}, ${call.team}, ${call.channel}, ${actor?.id ?? null}, ${nameOf(actor, call)}, ${call.by}, ${entry},
              ${toJson(call.given)}::jsonb)`);
  },

  async answered(call, entry, actor, outcome, why) {
    await db.query(sql`
      insert into audit_log (kind, call, origin, team, channel, actor_id, actor, slack_user, action, outcome, why)
      values ('answered', ${call.id}, ${call.origin}, ${call.team}, ${call.channel}, ${actor?.id ?? null}, ${nameOf(actor, call)}, ${call.by}, ${entry},
              ${outcome}, ${why})`);
  },

  async changed(actor, change, call) {
    await db.query(sql`
      insert into audit_log (kind, call, origin, channel, actor_id, actor, slack_user, action, subject, before, after)
      values ('changed', ${call?.id ?? null}, ${call?.origin ?? null}, ${call?.channel ?? null}, ${actor.id}, ${actor.name}, ${actor.slackUser},
              ${change.action}, ${change.subject}, ${stateOf(change.before)}::jsonb, ${stateOf(change.after)}::jsonb)`);
  },

  newest: (count) =>
    db.query<AuditEntry>(sql`
      select seq, at, kind, call, actor, action, subject, outcome from audit_log order by seq desc limit ${count}`),
});

const nameOf = (actor: Actor | null, call: Call) => actor?.name ?? call.by;
const stateOf = (state: unknown) => (state === undefined ? null : toJson(state));
