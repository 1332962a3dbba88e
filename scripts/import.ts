import { parseArgs } from 'node:util';
import { openImporter } from './importing/importer.ts';

const help = `npm run --silent import -- FILE... [--dry-run] [--rejects FILE]

Loads CSV files and Excel workbooks into the ledger: that of DATABASE_URL, or else the embedded one under .penny/ (Penny must not be running on that
one). Prints a JSON line for each file. --dry-run shows how the columns would be read, and loads nothing; --rejects writes the rows that were not
booked, each with the reason.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    'dry-run': { type: 'boolean', default: false },
    rejects: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  },
});
if (values.help) console.log(help);
else if (positionals.length === 0) {
  console.error(help);
  process.exitCode = 2;
} else {
  const importer = await openImporter(process.env, values['dry-run']);
  try {
    for (const file of positionals) {
      const done = await importer.run(file, values.rejects ?? null);
      if ('error' in done) process.exitCode = 1;
      console.log(JSON.stringify(done));
    }
  } finally {
    await importer.stop();
  }
}
