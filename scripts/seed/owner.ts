import { startEmbeddedPostgres } from '../../src/adapters/embedded-postgres/start.ts';
import { pinoLog } from '../../src/adapters/pino/pino-log.ts';
import { migrate } from '../../src/adapters/postgres/migrate.ts';

/** The ledger of `databaseUrl`, or the embedded one that `npm start` uses, brought up to date; `stop` ends what was started for it. */
export async function openOwner(databaseUrl: string | undefined) {
  const log = pinoLog('warn');
  const embedded = databaseUrl
    ? null
    : await startEmbeddedPostgres({ folder: process.env.PENNY_FOLDER ?? '.penny', log });
  const url = embedded?.ownerUrl ?? databaseUrl ?? '';
  const stop = async () => embedded?.stop();
  try {
    await migrate({ url, log });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
