import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { postgresLoadImport } from '../../src/adapters/postgres/import-load.ts';
import { openQueue } from '../../src/adapters/postgres/queue.ts';
import { postgresStore } from '../../src/adapters/postgres/store.ts';
import { readConfig } from '../../src/config.ts';
import { jobs } from '../../src/jobs/all.ts';
import { type Open, openFiles, openLedger } from '../../src/open.ts';
import type { LoadImport } from '../../src/ports/imports.ts';
import type { Log } from '../../src/ports/log.ts';
import type { ObjectStore } from '../../src/ports/object-store.ts';
import type { Store } from '../../src/ports/store.ts';
import { asWork } from '../../src/wire.ts';

export type Ledger = {
  readonly store: Store;
  readonly objects: ObjectStore;
  readonly loadImport: LoadImport;
  stop(): Promise<void>;
};

/** The ledger and the files that Penny would use in this environment. Nothing is taken from the queue here. */
export async function openLedgerAndFiles(env: NodeJS.ProcessEnv): Promise<Ledger> {
  const config = readConfig(env);
  const opened: (() => Promise<unknown>)[] = [];
  const open: Open = (part, close) => {
    opened.push(() => close(part, 5_000));
    return part;
  };
  const stop = async () => {
    for (const close of opened.splice(0).reverse()) await close();
  };
  try {
    const temp = join(config.folder, 'tmp');
    await mkdir(temp, { recursive: true });
    const database = await openLedger(config, quiet, open);
    const { objects } = await openFiles(config, temp, quiet, open);
    const works = jobs.map((job) =>
      asWork(job, () => {
        throw new Error('no job runs at the terminal');
      }),
    );
    const queue = open(await openQueue({ url: database.url, log: quiet, jobs: works }), (part) => part.stop());
    return {
      store: postgresStore(database.main, queue.on),
      objects,
      loadImport: postgresLoadImport(database.loading),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

const write = (data: object, sentence: string) => console.error(sentence, JSON.stringify(data));
const quiet: Log = { debug: () => {}, info: () => {}, warn: write, error: write, child: () => quiet };
