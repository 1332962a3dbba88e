import { writeFile } from 'node:fs/promises';
import { cpus, loadavg, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { groups } from './bench/groups.ts';
import { type Harness, harness, type Outcome } from './bench/harness.ts';
import { tableOf } from './bench/table.ts';

const help = `npm run bench [-- GROUP...] [--runs N] [--full] [--json]

Measures Penny, each figure beside a peer or the bare engine in the same run, prints a table and writes bench-results.json.
Without a GROUP all are measured, which takes some minutes:

${groups.map(({ name, says }) => `  ${name.padEnd(10)} ${says}`).join('\n')}

--runs N   how often each is measured, instead of its usual number
--full     what takes long too: tables of a million rows and two, a ledger of ten million invoices
--json     the results go to stdout as JSON, and nothing else does

Medians of a busy machine say little; look at the ratios (×), whose two sides were measured in turns. Of few runs the p95 is nearly the slowest.`;

process.exitCode = await main();

async function main(): Promise<number> {
  const given = argumentsOf(process.argv.slice(2));
  if (given instanceof Error) return refuse(`${given.message} See npm run bench -- --help.`);
  const { values, positionals } = given;
  if (values.help) return say(help, 0);
  const unknown = positionals.filter((name) => !groups.some((group) => group.name === name));
  const names = groups.map(({ name }) => name).join(', ');
  if (unknown.length > 0) return refuse(`There is no group ${unknown.join(', ')}. The groups are: ${names}.`);
  const runs = values.runs === undefined ? null : Number(values.runs);
  if (runs !== null && !(Number.isInteger(runs) && runs > 0)) return refuse('--runs takes a whole number above 0.');
  return measure(positionals, runs, values);
}

function argumentsOf(args: string[]) {
  try {
    const options = {
      help: { type: 'boolean', short: 'h' },
      runs: { type: 'string' },
      full: { type: 'boolean' },
      json: { type: 'boolean' },
    } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    if (error instanceof TypeError) return error; // what parseArgs throws over an option it does not know
    throw error;
  }
}

async function measure(
  chosen: readonly string[],
  runs: number | null,
  { full = false, json = false }: { readonly full?: boolean | undefined; readonly json?: boolean | undefined },
): Promise<number> {
  const machine = machineNow();
  const bench = harness(runs, full, (error) => console.error(error));
  stopOnSignals(bench);
  const outcomes: Outcome[] = [];
  for (const group of groups.filter(({ name }) => chosen.length === 0 || chosen.includes(name))) {
    console.error(`${group.name}: ${group.says} …`);
    const outcome = await bench.run(group);
    outcomes.push(outcome);
    if (!json) console.log(tableOf(outcome));
  }
  const results = { at: new Date().toISOString(), machine: { ...machine, loadAfter: loadavg() }, outcomes };
  const text = `${JSON.stringify(results, null, 2)}\n`;
  await writeFile('bench-results.json', text);
  if (json) process.stdout.write(text);
  console.error(
    `\nLoad of the machine: ${machine.load[0]?.toFixed(1)} before, ${loadavg()[0]?.toFixed(1)} after, on ${machine.cores} cores. Written: bench-results.json`,
  );
  return outcomes.some(({ problem }) => problem !== null) ? 1 : 0;
}

function stopOnSignals(bench: Harness): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void bench.interrupt().finally(() => process.exit(130)));
  }
}

function machineNow() {
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 1e6),
    system: `${process.platform} ${process.arch}`,
    node: process.version,
    load: loadavg(),
  };
}

function say(text: string, status: number): number {
  console.log(text);
  return status;
}

function refuse(sentence: string): number {
  console.error(sentence);
  return 2;
}
