import { parseArgs } from 'node:util';
import { Fault } from '../src/domain/fault.ts';
import { openImporter } from './importing/importer.ts';

const help = `npm run --silent import -- FILE... [--currency EUR] [--dry-run] [--rejects FILE]

Loads CSV files and Excel workbooks into the ledger: that of DATABASE_URL, or else the embedded one under .penny/ (Penny must not be running on that
one). Prints a JSON line for each file. --dry-run shows how the columns would be read, and loads nothing; --rejects writes the rows that were not
booked, each with the reason; --currency is that of rows that name none (REPORTING_CURRENCY, or else EUR).`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    rejects: { type: 'string' },
    currency: { type: 'string', default: process.env.REPORTING_CURRENCY ?? 'EUR' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(help);
else if (positionals.length === 0) {
  console.error(help);
  process.exitCode = 2;
} else {
  await load(positionals).catch((error: unknown) => {
    console.error(error instanceof Fault ? error.message : error);
    process.exitCode = 1;
  });
}

async function load(files: readonly string[]): Promise<void> {
  const importer = await openImporter(process.env, values.currency, values['dry-run']);
  try {
    for (const file of files) {
      const done = await importer.run(file, values.rejects ?? null);
      if ('error' in done) process.exitCode = 1;
      console.log(JSON.stringify(done));
    }
  } finally {
    await importer.stop();
  }
}
