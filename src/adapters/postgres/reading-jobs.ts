import { sql } from '../../engine/sql.ts';
import type { PagesRead, ReadingJob, ReadingJobs } from '../../ports/reading-jobs.ts';
import type { Db } from './database.ts';

export const postgresReadingJobs = (db: Db): ReadingJobs => ({
  async last(sha256, reader) {
    const [job] = await db.query<ReadingJob>(sql`
      select sha256, reader, attempt, job, state from reading_job
       where sha256 = ${sha256} and reader = ${reader} order by attempt desc limit 1`);
    return job ?? null;
  },

  async started({ sha256, reader, attempt, job }) {
    await db.query(sql`
      insert into reading_job (sha256, reader, attempt, job) values (${sha256}, ${reader}, ${attempt}, ${job})
      on conflict on constraint reading_job_once do nothing`);
  },

  ended: ({ sha256, reader, attempt }, state, read) =>
    db.transaction(async (tx) => {
      const ended = await tx.query(sql`
        update reading_job set state = ${state}, ended_at = now()
         where sha256 = ${sha256} and reader = ${reader} and attempt = ${attempt} and state = 'started'
        returning attempt`);
      if (read && ended.length > 0) await meter(tx, read);
      if (state === 'expired')
        await tx.query(sql`
          update reading_job set state = 'expired'
           where sha256 = ${sha256} and reader = ${reader} and attempt = ${attempt} and state = 'succeeded'`);
    }),

  async announced(reader, job) {
    const known = await db.query(sql`
      update reading_job set announced_at = coalesce(announced_at, now()) where reader = ${reader} and job = ${job} returning attempt`);
    return known.length > 0;
  },

  async isAnnounced({ sha256, reader, attempt }) {
    const rows = await db.query(sql`
      select from reading_job
       where sha256 = ${sha256} and reader = ${reader} and attempt = ${attempt} and announced_at is not null`);
    return rows.length > 0;
  },

  meter: (read) => meter(db, read),
});

async function meter(db: Db, { reader, pages, microUsd }: PagesRead): Promise<void> {
  await db.query(sql`
    insert into page_read (day, reader, pages, micro_usd) values ((now() at time zone 'utc')::date, ${reader}, ${pages}, ${microUsd})
    on conflict on constraint page_read_once
    do update set pages = page_read.pages + excluded.pages, micro_usd = page_read.micro_usd + excluded.micro_usd`);
}
