import { parseArgs } from 'node:util';
import { seedLedger } from './seed/ledger.ts';
import { openOwner } from './seed/owner.ts';

const help = `npm run seed -- --invoices N [--seed S] [--until YYYY-MM-DD]

Fills an empty ledger with N made-up invoices of the five years that end with --until (today), the same for the same seed (1) and last day:
the one of DATABASE_URL, or else the embedded one under .penny/. Penny must not be running on that one. 10,000,000 take some minutes and 8 GB.`;

const { values } = parseArgs({
  options: {
    invoices: { type: 'string' },
    seed: { type: 'string', default: '1' },
    until: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    help: { type: 'boolean', short: 'h' },
  },
});
const [invoices, seed] = [Number(values.invoices), Number(values.seed)];
if (values.help) console.log(help);
else if (![invoices, seed].every(Number.isSafeInteger) || invoices < 1 || Number.isNaN(Date.parse(values.until))) {
  console.error(help);
  process.exitCode = 2;
} else {
  const owner = await openOwner(process.env.DATABASE_URL);
  const started = performance.now();
  const told = (done: number) => console.error(`${done.toLocaleString('en-GB')} invoices`);
  await seedLedger({ url: owner.url, invoices, seed, until: values.until, told }).finally(owner.stop);
  console.log(JSON.stringify({ invoices, seed, until: values.until, ms: Math.round(performance.now() - started) }));
}
