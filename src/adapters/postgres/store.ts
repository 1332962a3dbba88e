import type { Queue } from '../../ports/queue.ts';
import type { Store } from '../../ports/store.ts';
import { postgresAudit } from './audit.ts';
import { postgresBudgets } from './budgets.ts';
import type { Db } from './database.ts';
import { postgresDigests } from './digests.ts';
import { postgresDirectory } from './directory.ts';
import { postgresDocuments } from './documents.ts';
import { postgresHomes } from './homes.ts';
import { postgresImports } from './imports.ts';
import { postgresInbox } from './inbox.ts';
import { postgresLedger } from './ledger.ts';
import { postgresOutbox } from './outbox.ts';
import { postgresPictures } from './pictures.ts';
import { postgresRates } from './rates.ts';
import { postgresVendors } from './vendor-knowledge.ts';

/** All that is remembered, in this database. `queueOn` sends tasks in the transaction of the `Db` it is given. */
export const postgresStore = (db: Db, queueOn: (db: Db) => Queue): Store => ({
  audit: postgresAudit(db),
  digests: postgresDigests(db, queueOn),
  budgets: postgresBudgets(db),
  directory: postgresDirectory(db),
  documents: postgresDocuments(db),
  homes: postgresHomes(db, queueOn),
  imports: postgresImports(db, queueOn),
  inbox: postgresInbox(db),
  ledger: postgresLedger(db, queueOn),
  outbox: postgresOutbox(db, queueOn),
  pictures: postgresPictures(db),
  queue: queueOn(db),
  rates: postgresRates(db),
  vendors: postgresVendors(db, queueOn),
  transaction: (work) => db.transaction((tx) => work(postgresStore(tx, queueOn))),
});
