import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start.ts';
import { pinoLog } from '../src/adapters/pino/pino-log.ts';
import { openDatabase } from '../src/adapters/postgres/database.ts';
import { migrate } from '../src/adapters/postgres/migrate.ts';
import { describeSchema } from '../src/adapters/postgres/schema.ts';

const help =
  'npm run schema\n\nWrites migrations/schema.sql: what all migrations together make. Run it after writing one.';

const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
if (values.help) console.log(help);
else await write();

async function write(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'penny-schema-'));
  const server = await startEmbeddedPostgres({ folder, log: pinoLog('warn'), durable: false });
  try {
    await migrate({ url: server.ownerUrl, log: pinoLog('warn') });
    const database = openDatabase({ url: server.ownerUrl, log: pinoLog('warn') });
    await writeFile(new URL('../migrations/schema.sql', import.meta.url), await describeSchema(database));
    await database.close();
  } finally {
    await server.stop();
    await rm(server.home, { recursive: true, force: true });
    await rm(folder, { recursive: true, force: true });
  }
}
