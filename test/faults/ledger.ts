import { afterAll } from 'vitest';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import type { Store } from '../../src/ports/store.ts';
import { userIds } from '../../src/sandbox/seed.ts';
import { testDatabase } from '../support/database.ts';
import { silent } from '../support/silent.ts';

/** A database for Pennys that are killed. `database` is its owner's, who sees what others wait for. */
export type Ledger = { readonly url: string; readonly database: Database };

/** The people of the sandbox are seated, and nobody but the Pennys under test looks after the jobs. */
export async function ownLedger(): Promise<Ledger> {
  const { queue, store, ownerUrl } = await testDatabase();
  await queue.stop();
  await seatPeople(store);
  const database = openDatabase({ url: ownerUrl, log: silent, connections: 2 });
  afterAll(() => database.close());
  return { url: ownerUrl, database };
}

/** Gives the operator and the accountant of the sandbox their roles, as only an admin could. */
export async function seatPeople({ directory }: Pick<Store, 'directory'>): Promise<void> {
  const member = { team: null, zone: 'UTC', standing: 'member' } as const;
  await directory.seat({ ...member, id: userIds.cleo, name: 'Cleo Marchetti' }, 'operator');
  await directory.seat({ ...member, id: userIds.ben, name: 'Ben Lindqvist' }, 'accountant');
}
