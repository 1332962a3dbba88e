import type { Audit } from './audit.ts';
import type { Budgets } from './budgets.ts';
import type { Digests } from './digests.ts';
import type { Directory } from './directory.ts';
import type { Documents } from './documents.ts';
import type { Homes } from './homes.ts';
import type { Imports } from './imports.ts';
import type { Inbox } from './inbox.ts';
import type { Ledger } from './ledger.ts';
import type { Outbox } from './outbox.ts';
import type { Pictures } from './pictures.ts';
import type { Queue } from './queue.ts';
import type { Rates } from './rates.ts';
import type { Vendors } from './vendors.ts';

/** All that is remembered. Throws Fault('unavailable') when the database is away. */
export interface Store {
  readonly audit: Audit;
  readonly digests: Digests;
  readonly budgets: Budgets;
  readonly directory: Directory;
  readonly documents: Documents;
  readonly homes: Homes;
  readonly imports: Imports;
  readonly inbox: Inbox;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly pictures: Pictures;
  readonly queue: Queue;
  readonly rates: Rates;
  readonly vendors: Vendors;
  /** Everything done with the store handed to `work` happens, or none of it. Inside another transaction it joins that one. */
  transaction<T>(work: (store: Store) => Promise<T>): Promise<T>;
}
