import type { Vendors } from '../../ports/vendors.ts';
import type { Db } from './database.ts';
import type { QueueOn } from './invoice-changes.ts';
import { hints } from './layout-hints.ts';
import { accounts, whose } from './vendor-accounts.ts';
import { nameOf, searchVendors } from './vendor-names.ts';
import { distrust, trust, trustOf } from './vendor-trust.ts';

export const postgresVendors = (db: Db, queueOn: QueueOn): Vendors => ({
  whose: (named) => whose(db, named),

  search: (typed, most) => searchVendors(db, typed, most),

  named: (id) => nameOf(db, id),

  accounts: (named) => accounts(db, named),

  hints: (named) => hints(db, named),

  trust: (invoice) => trustOf(db, invoice),

  letConfirm: (invoice, under, { actor }) => trust(db, { invoice, under, actor }),

  stopConfirming: (invoice, { actor }) => distrust(db, queueOn, { invoice, actor }),
});
