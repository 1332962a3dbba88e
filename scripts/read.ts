import { parseArgs } from 'node:util';
import { openFiles } from './reading/files.ts';

const help = `npm run --silent read -- FILE...

Reads PDFs, pictures and e-invoices, and prints one JSON line for each invoice found. A file that nobody can read is a line
with "error"; the exit status is 0 all the same. Amounts are decimal strings, dates YYYY-MM-DD, what is unknown is null;
"sure" names the fields that need no person.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
});
if (values.help) console.log(help);
else if (positionals.length === 0) {
  console.error(help);
  process.exitCode = 2;
} else await read(positionals);

async function read(paths: readonly string[]): Promise<void> {
  const files = openFiles();
  try {
    for (const path of paths) for (const line of await files.read(path)) console.log(JSON.stringify(line));
  } finally {
    await files.stop();
  }
}
