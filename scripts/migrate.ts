import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../src/adapters/embedded-postgres/start.ts';
import { migrate } from '../src/adapters/postgres/migrate.ts';
import type { Log } from '../src/ports/log.ts';

const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
if (values.help) {
  console.log(
    'npm run migrate\n\nBrings the database of DATABASE_URL, or else the embedded one under .penny/, up to date. Penny does it herself when she starts.',
  );
  process.exit(0);
}

const write = (data: object, sentence: string) => console.error(sentence, JSON.stringify(data));
const log: Log = { debug: () => {}, info: write, warn: write, error: write, child: () => log };

try {
  const embedded = process.env.DATABASE_URL ? null : await startEmbeddedPostgres({ folder: '.penny', log });
  try {
    const done = await migrate({ url: embedded?.ownerUrl ?? process.env.DATABASE_URL ?? '', log });
    console.log(JSON.stringify({ migrated: done }));
  } finally {
    await embedded?.stop();
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
