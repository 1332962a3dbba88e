import type { Actor } from '../../domain/access.ts';
import { type Digest, digestName } from '../../domain/digest.ts';
import { Fault } from '../../domain/fault.ts';
import type { Rhythm } from '../../domain/rhythm.ts';
import { type Query, sql } from '../../engine/sql.ts';
import type { Digests, NewDigest } from '../../ports/digests.ts';
import type { Queue } from '../../ports/queue.ts';
import { postgresAudit } from './audit.ts';
import { type Db, one } from './database.ts';
import { postgresDirectory } from './directory.ts';

export const postgresDigests = (db: Db, queueOn: (db: Db) => Queue): Digests => ({
  set: (digest, { actor }) => db.transaction((tx) => set(tx, digest, actor)),

  running: () => read(db, sql`where d.stopped_at is null order by d.next_at, d.id`),

  stop: (id, { actor }) =>
    db.transaction(async (tx) => {
      const digest = await coming(tx, id);
      await tx.query(sql`update digest set stopped_at = now() where id = ${id}`);
      await note(tx, actor, 'stop', digest);
      return { ...digest, isStopped: true };
    }),

  resume: (id, { actor }, next) =>
    db.transaction(async (tx) => {
      const digest = await locked(tx, id);
      if (!digest.isStopped) throw new Fault('conflict', `${digestName(digest.asks)} comes already.`);
      await tx.query(sql`update digest set stopped_at = null, next_at = ${next(digest)} where id = ${id}`);
      await note(tx, actor, 'resume', digest);
      return one(await read(tx, sql`where d.id = ${id}`));
    }),

  due: (now) =>
    read(
      db,
      sql`where d.stopped_at is null and d.next_at <= ${now} order by d.next_at, d.id for update of d skip locked`,
    ),

  async plan(id, next) {
    await db.query(sql`update digest set next_at = ${next} where id = ${id}`);
  },

  begin: (id, slot) =>
    db.transaction(async (tx) => {
      await coming(tx, id);
      const [mine] = await tx.query(sql`
        insert into digest_slot (digest_id, slot, state) values (${id}, ${slot}, 'due') on conflict do nothing returning slot`);
      if (mine === undefined) return false;
      const payload = { digest: id.toString(), slot: slot.toISOString() };
      await queueOn(tx).send({ name: 'send-digest', payload, key: Object.values(payload).join(' ') });
      return true;
    }),

  async slot(id, slot) {
    const [row] = await db.query<{ state: string; attempted: boolean }>(sql`
      select state, attempted_at is not null as attempted from digest_slot where digest_id = ${id} and slot = ${slot}`);
    if (!row) return null;
    const digest = one(await read(db, sql`where d.id = ${id}`));
    return { digest, slot, isSettled: row.state !== 'due', attempted: row.attempted };
  },

  async attempting(id, slot) {
    await db.query(sql`update digest_slot set attempted_at = now() where digest_id = ${id} and slot = ${slot}`);
  },

  async settle(id, slot, outcome) {
    const ts = outcome.state === 'sent' ? outcome.ts : null;
    const why = outcome.state === 'skipped' ? outcome.why : null;
    await db.query(sql`
      insert into digest_slot as s (digest_id, slot, state, why, ts, settled_at) values (${id}, ${slot}, ${outcome.state}, ${why}, ${ts}, now())
      on conflict (digest_id, slot) do update set state = excluded.state, why = excluded.why, ts = excluded.ts, settled_at = now() where s.state = 'due'`);
  },

  halt: (id, slot, why) =>
    db.transaction(async (tx) => {
      await postgresDigests(tx, queueOn).settle(id, slot, { state: 'skipped', why });
      const digest = await locked(tx, id);
      if (digest.isStopped) return false;
      await tx.query(sql`update digest set stopped_at = now() where id = ${id}`);
      await note(tx, await postgresDirectory(tx).penny(), 'stop', digest, why);
      return true;
    }),
});

async function set(tx: Db, { asks, channel, rhythm, at, zone, next }: NewDigest, actor: Actor): Promise<Digest> {
  const [words, days] = asks.kind === 'report' ? [asks.words, 0] : ['', asks.days];
  const { id } = one(
    await tx.query<{ id: bigint }>(sql`
      insert into digest (kind, words, days, channel, rhythm, at, zone, next_at, set_by)
      values (${asks.kind}, ${words}, ${days}, ${channel}, ${rhythm}, ${at}, ${zone}, ${next}, ${actor.id}) returning id`),
  );
  const digest = one(await read(tx, sql`where d.id = ${id}`));
  await note(tx, actor, 'set', digest);
  return digest;
}

type Row = {
  readonly id: bigint;
  readonly kind: 'report' | 'reminders';
  readonly words: string;
  readonly days: number;
  readonly channel: string;
  readonly rhythm: Rhythm;
  readonly at: string;
  readonly zone: string;
  readonly next: Date;
  readonly isStopped: boolean;
  readonly name: string;
  readonly slackUser: string | null;
  readonly slot: Date | null;
  readonly why: string | null;
};

async function read(db: Db, which: Query): Promise<readonly Digest[]> {
  const rows = await db.query<Row>(sql`
    select d.id, d.kind, d.words, d.days, d.channel, d.rhythm, d.at, d.zone, d.next_at as next, d.stopped_at is not null as "isStopped",
           u.name, u.slack_user as "slackUser", l.slot, l.why
      from digest d
      join app_user u on u.id = d.set_by
      left join lateral (select slot, why from digest_slot where digest_id = d.id order by slot desc limit 1) as l on l.why is not null
    ${which}`);
  return rows.map(({ kind, words, days, name, slackUser, slot, why, ...row }) => ({
    ...row,
    asks: kind === 'report' ? { kind, words } : { kind, days },
    setBy: { name, slackUser },
    leftOut: slot === null || why === null ? null : { slot, why },
  }));
}

async function locked(tx: Db, id: bigint): Promise<Digest> {
  const [digest] = await read(tx, sql`where d.id = ${id} for update of d`);
  if (!digest) throw new Fault('missing', 'There is no such digest. Type /penny digest for those there are.');
  return digest;
}

async function coming(tx: Db, id: bigint): Promise<Digest> {
  const digest = await locked(tx, id);
  if (digest.isStopped) throw new Fault('conflict', `${digestName(digest.asks)} is stopped already.`);
  return digest;
}

/** What it was before it was set or resumed, and is after it is stopped, is nothing. */
async function note(tx: Db, actor: Actor, verb: 'set' | 'stop' | 'resume', digest: Digest, why?: string) {
  const { asks, channel, rhythm, at, zone } = digest;
  const state = { ...asks, channel, rhythm, at, zone };
  const change = verb === 'stop' ? { before: state, ...(why && { after: { why } }) } : { after: state };
  await postgresAudit(tx).changed(actor, { action: `digest.${verb}`, subject: `digest ${digest.id}`, ...change });
}
