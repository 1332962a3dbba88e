import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { readRates } from '../src/adapters/ecb/read-rates.ts';
import { authorize } from '../src/domain/access.ts';
import { Fault } from '../src/domain/fault.ts';
import { type Ledger, openLedgerAndFiles } from './importing/ledger.ts';
import { sentence } from './sentence.ts';

const help = `npm run --silent rates -- FILE...

Loads exchange rates, so that reports can convert amounts (/spend currency:all): into the ledger of DATABASE_URL, or else the embedded one under .penny/ (Penny must not
be running on that one). The files are those of the European Central Bank, https://www.ecb.europa.eu/stats/eurofxref/: eurofxref-hist.csv out of eurofxref-hist.zip has
every day since 1999; eurofxref.csv, eurofxref-daily.xml, eurofxref-hist-90d.xml and eurofxref-hist.xml are read too. A rate that is there is replaced. Prints a JSON
line for each file.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' } },
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
  const ledger = await openLedgerAndFiles(process.env);
  try {
    for (const file of files) {
      const done = await loadOne(file, ledger);
      if ('error' in done) process.exitCode = 1;
      console.log(JSON.stringify(done));
    }
  } finally {
    await ledger.stop();
  }
}

/** All rates of a file, or none of them and why. */
async function loadOne(file: string, { store }: Ledger) {
  const started = performance.now();
  try {
    const rates = readRates(await readFile(file));
    const kept = await store.rates.keep(rates, authorize(await store.directory.penny(), 'import.load'));
    const days = [...new Set(rates.map(({ day }) => day))].toSorted();
    const currencies = new Set(rates.map(({ currency }) => currency)).size;
    const ms = Math.round(performance.now() - started);
    return { file, from: days[0], to: days.at(-1), days: days.length, currencies, rates: rates.length, ...kept, ms };
  } catch (error) {
    return { file, error: sentence(error) };
  }
}
