import { sql } from '../../engine/sql.ts';
import type { Store } from '../../ports/store.ts';
import type { Db } from './database.ts';

export type Cron = {
  /**
   * Does `work` if nobody has begun this piece of work for this slot, in one transaction with the note that it was begun; says whether it did.
   * Every replica may call it for every slot: what `work` sends is sent once. Long work belongs into the job that it sends.
   */
  once(name: string, slot: Date, work: (store: Store) => Promise<void>): Promise<boolean>;
};

/** Milliseconds: long after the last replica has asked for a slot. */
const keptFor = 86_400_000;

export const postgresCron = (database: Db, storeOn: (db: Db) => Store): Cron => ({
  once: (name, slot, work) =>
    database.transaction(async (db) => {
      const [mine] = await db.query(sql`
        insert into cron_fire (name, slot) values (${name}, ${slot}) on conflict (name, slot) do nothing returning name`);
      if (mine === undefined) return false;
      await db.query(sql`delete from cron_fire where name = ${name} and slot < ${new Date(slot.getTime() - keptFor)}`);
      await work(storeOn(db));
      return true;
    }),
});
