import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start.ts';
import { openDatabase } from '../src/adapters/postgres/database.ts';
import { migrate } from '../src/adapters/postgres/migrate.ts';
import { describeSchema } from '../src/adapters/postgres/schema.ts';
import type { Log } from '../src/ports/log.ts';

// Writes migrations/schema.sql: what all migrations together make. Run it after writing one.

const quiet = () => {};
const loud = (data: object, sentence: string) => console.error(sentence, data);
const log: Log = { debug: quiet, info: quiet, warn: loud, error: loud, child: () => log };
const folder = await mkdtemp(join(tmpdir(), 'penny-schema-'));
const server = await startEmbeddedPostgres({ folder, log, durable: false });
try {
  await migrate({ url: server.ownerUrl, log });
  const database = openDatabase({ url: server.ownerUrl, log });
  await writeFile(new URL('../migrations/schema.sql', import.meta.url), await describeSchema(database));
  await database.close();
} finally {
  await server.stop();
  await rm(server.home, { recursive: true, force: true });
  await rm(folder, { recursive: true, force: true });
}
