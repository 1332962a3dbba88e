import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker } from 'tesseract.js';
import { figure, type Samples } from './figures.ts';
import type { Bench } from './harness.ts';
import { alternately } from './measure.ts';
import { openReaders, sample } from './readers.ts';
import { byCommand, commandVersion, dpi } from './tesseract.ts';

const scan = sample('ostwind-logistik-scan.png');

/** One scanned page, by Penny and by the engine itself. */
export async function ocr(bench: Bench): Promise<void> {
  const read = openReaders(bench);
  const worker = await bareWorker(bench);
  const common = { ours: () => read(scan), library: () => worker.recognize(scan, {}, { text: true, blocks: true }) };
  const version = await commandVersion();
  const samples: Readonly<Record<string, Samples>> = version
    ? await alternately(bench.runs(5), {
        ...common,
        command: () => byCommand(scan),
      })
    : await alternately(bench.runs(5), common);
  const { ours = [], library = [], command } = samples;
  if (version === null) bench.skip('the tesseract command', 'it is not installed');
  const note =
    'Penny levels the page and enlarges it for the engine, and has the words with their places; the command starts a process, runs on one thread, at which it is fastest here, and takes the model that came with it';
  const peers = { 'bare tesseract.js, warm': library, ...(command ? { [`the command, ${version}`]: command } : {}) };
  bench.report(figure('scanned page read, warm', 'ms', ours, peers, note));
}

async function bareWorker(bench: Bench): Promise<Worker> {
  const data = createRequire(import.meta.url).resolve('@tesseract.js-data/fra/package.json');
  const langPath = join(dirname(data), '4.0.0_best_int');
  const worker = await createWorker('fra', OEM.LSTM_ONLY, { langPath, cacheMethod: 'none', gzip: true });
  bench.later(() => worker.terminate());
  await worker.setParameters({ tessedit_pageseg_mode: PSM.SINGLE_COLUMN, user_defined_dpi: dpi });
  return worker;
}
