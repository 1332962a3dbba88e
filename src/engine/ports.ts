import type { Currency } from '../domain/money.ts';
import type { Charts } from '../ports/charts.ts';
import type { Clock } from '../ports/clock.ts';
import type { DocumentReader } from '../ports/document-reader.ts';
import type { Drops } from '../ports/drops.ts';
import type { SniffFile } from '../ports/file-sniffer.ts';
import type { LoadImport } from '../ports/imports.ts';
import type { Interpret } from '../ports/interpret.ts';
import type { Learn } from '../ports/learn.ts';
import type { Log } from '../ports/log.ts';
import type { ObjectStore } from '../ports/object-store.ts';
import type { DrawCuts } from '../ports/pictures.ts';
import type { FetchRates } from '../ports/rates.ts';
import type { Spreadsheets } from '../ports/spreadsheets.ts';
import type { Store } from '../ports/store.ts';
import type { WriteTable } from '../ports/table-files.ts';
import type { Workspace } from '../ports/workspace.ts';
import type { Rows } from './rows.ts';

/** What an owner decides; the rest of the configuration belongs to the adapters. */
export type Settings = {
  /** Slack channel ids in which shared files are read; DMs with Penny always are. */
  readonly intakeChannels: readonly string[];
  readonly opsChannel: string | null;
  readonly reportingCurrency: Currency;
  /** US cents a month that Penny itself may cost; null where nobody said. */
  readonly allowance: bigint | null;
  readonly admins: readonly string[];
  /** Who draws charts: Slack where it can, or Penny. */
  readonly charts: 'native' | 'picture';
};

/** Everything from outside that a handler can reach. */
export type Ports = {
  readonly log: Log;
  readonly clock: Clock;
  readonly store: Store;
  readonly rows: Rows;
  readonly objects: ObjectStore;
  readonly drops: Drops;
  readonly sniff: SniffFile;
  readonly readers: readonly DocumentReader[];
  readonly interpret: Interpret;
  readonly spreadsheets: Spreadsheets;
  readonly loadImport: LoadImport;
  readonly writeTable: WriteTable;
  readonly drawCuts: DrawCuts;
  readonly learn: Learn;
  readonly charts: Charts;
  /** Null where no address is set to fetch them from. */
  readonly fetchRates: FetchRates | null;
  readonly workspace: Workspace;
  readonly settings: Settings;
};
