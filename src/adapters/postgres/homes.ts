import { createHash } from 'node:crypto';
import { sql } from '../../engine/sql.ts';
import type { HomePicture, Homes } from '../../ports/homes.ts';
import type { Db } from './database.ts';
import type { QueueOn } from './invoice-changes.ts';
import { toJson } from './json.ts';

/** Homes that nobody has looked at for longer are drawn when they are opened again. */
const watched = sql`opened_at > now() - interval '1 day'`;

/** Between two renewals of one Home. That somebody opened it does not count: what changes right then is shown at once. */
const pauseAgo = sql`now() - interval '5 seconds'`;

/** In that time, of all people: Slack takes some hundred views a minute, and people who open theirs must not wait. https://docs.slack.dev/apis/web-api/rate-limits */
const atATime = 5;

export const postgresHomes = (db: Db, queueOn: QueueOn): Homes => ({
  async seen(person) {
    await db.query(sql`
      insert into home (slack_user, is_taken, taken_at) values (${person}, true, now())
      on conflict (slack_user) do update set opened_at = now(), is_outdated = false, is_taken = true, taken_at = now()`);
  },

  async last(person) {
    const [row] = await db.query<{ hash: string | null; digest: string | null }>(
      sql`select view_hash as hash, digest from home where slack_user = ${person}`,
    );
    return { hash: row?.hash ?? null, says: (saying) => row?.digest === digestOf(toJson(saying)) };
  },

  async published(person, saying, hash) {
    await db.query(sql`
      update home set view_hash = ${hash}, digest = ${digestOf(toJson(saying))}, published_at = now(), is_taken = false where slack_user = ${person}`);
  },

  async unchanged(person) {
    await db.query(sql`update home set is_taken = false where slack_user = ${person}`);
  },

  async forget(person) {
    await db.query(sql`delete from home where slack_user = ${person}`);
  },

  outdate: () =>
    db.transaction(async (tx) => {
      const marked = await tx.query(
        sql`update home set is_outdated = true where not is_outdated and ${watched} returning slack_user`,
      );
      if (marked.length > 0) await queueOn(tx).send({ name: 'renew-homes', payload: {}, key: 'homes' });
    }),

  async due() {
    const taken = await db.query<{ person: string }>(sql`
      update home set is_outdated = false, is_taken = true, taken_at = now(), renewed_at = now()
       where slack_user in (
         select slack_user from home
          where ${watched} and (is_outdated and coalesce(renewed_at <= ${pauseAgo}, true) or is_taken and taken_at <= ${pauseAgo})
          order by renewed_at nulls first, slack_user
          limit (select greatest(0, ${atATime} - count(*)) from home where published_at > ${pauseAgo}))
      returning slack_user as person`);
    return taken.map(({ person }) => person);
  },

  async isLeft() {
    const left = await db.query(sql`select from home where (is_outdated or is_taken) and ${watched} limit 1`);
    return left.length > 0;
  },

  async picture(subject, numbers) {
    const [picture] = await db.query<HomePicture>(sql`
      select slack_file as "slackFile", alt, digest = ${digestOf(numbers)} as "isCurrent", drawn_at as "drawnAt" from home_picture where subject = ${subject}`);
    return picture ?? null;
  },

  async keepPicture(subject, numbers, { slackFile, alt }) {
    await db.query(sql`
      insert into home_picture (subject, digest, slack_file, alt) values (${subject}, ${digestOf(numbers)}, ${slackFile}, ${alt})
      on conflict (subject) do update set digest = excluded.digest, slack_file = excluded.slack_file, alt = excluded.alt, drawn_at = now()`);
  },
});

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');
