import { readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { passwordsOf } from '../../src/adapters/embedded-postgres/passwords.ts';
import { type Database, openDatabase } from '../../src/adapters/postgres/database.ts';
import { postgresStore } from '../../src/adapters/postgres/store.ts';
import { silent } from '../support/silent.ts';
import type { Child } from './child.ts';
import { seatPeople } from './ledger.ts';

/** The Postgres that a Penny brought along. */
export type OwnPostgres = {
  readonly database: Database;
  /** SIGKILL to the postmaster; does nothing when none runs. On Linux, where a process tells what it is. */
  kill(): Promise<void>;
  /** As a disk that goes away: without its data the server cannot start again. */
  hideData(): Promise<void>;
  showData(): Promise<void>;
};

/** Finds it by what she logged, and seats the people of the sandbox. */
export async function postgresOf({ lines }: Child): Promise<OwnPostgres> {
  const running = lines.find(({ msg }) => msg === 'the embedded Postgres is running');
  const [port, home] = [running?.port, running?.home];
  if (typeof port !== 'number' || typeof home !== 'string') throw new Error('Penny has no Postgres of her own');
  const { owner } = await passwordsOf(home);
  const url = `postgres://penny:${owner}@127.0.0.1:${port}/penny`;
  const database = openDatabase({ url, log: silent, connections: 2 });
  await seatPeople(postgresStore(database, () => ({ send: async () => {} })));
  const data = join(home, 'data');
  return {
    database,
    async kill() {
      const lock = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => null);
      const pid = Number(lock?.split('\n')[0]);
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      if (command.includes(data)) process.kill(pid, 'SIGKILL'); // the number may be somebody else's by now
    },
    hideData: () => rename(data, `${data} away`),
    showData: () => rename(`${data} away`, data),
  };
}
