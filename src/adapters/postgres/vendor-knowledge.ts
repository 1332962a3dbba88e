import type { Vendors } from '../../ports/vendors.ts';
import type { Db } from './database.ts';
import { hints } from './layout-hints.ts';
import { accounts, whose } from './vendor-accounts.ts';

export const postgresVendors = (db: Db): Vendors => ({
  whose: (named) => whose(db, named),

  accounts: (named) => accounts(db, named),

  hints: (named) => hints(db, named),
});
