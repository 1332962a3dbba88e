import { fileURLToPath } from 'node:url';
import { pool } from 'workerpool';
import type { Bare } from './bare-worker.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { abreast, alternately } from './measure.ts';
import { openReading, sample } from './readers.ts';
import { byCommand, commandVersion } from './tesseract.ts';

/** As many as Penny has children for reading, and as her queue reads at a time. */
const atOnce = 2;

type Kind = {
  readonly name: string;
  readonly files: readonly string[];
  /** Readings of each file in a round. */
  readonly times: number;
  readonly peer: keyof Bare | 'command';
};

const kinds: readonly Kind[] = [
  {
    name: 'e-invoice, XML',
    files: ['groene-kas-ubl.xml', 'alpenblick-catering-cii.xml'],
    times: 100,
    peer: 'xml',
  },
  { name: 'hybrid PDF', files: ['atelier-verdier-factur-x.pdf'], times: 60, peer: 'text' },
  {
    name: 'text PDF',
    files: [
      'kestrel-hosting.pdf',
      'brandt-werkzeugbau.pdf',
      'papeterie-du-canal.pdf',
      'blue-mesa-analytics.pdf',
      'harbour-pine-joinery.pdf',
      'kestrel-credit-note.pdf',
    ],
    times: 10,
    peer: 'text',
  },
  { name: 'scan', files: ['ostwind-logistik-scan.png', 'copper-kettle-receipt.jpg'], times: 2, peer: 'command' },
];

const says = { xml: 'bare fast-xml-parser', text: 'bare pdf.js, text' };

/** How many of each kind Penny reads and understands in a minute with her two children, beside the bare engine two at a time. */
export async function readings(bench: Bench): Promise<void> {
  const { understand } = openReading(bench);
  const threads = pool(fileURLToPath(new URL('./bare-worker.ts', import.meta.url)), {
    workerType: 'thread',
    minWorkers: atOnce,
    maxWorkers: atOnce,
  });
  bench.later(async () => threads.terminate());
  const version = await commandVersion();
  const understood = async (path: string) => {
    if ((await understand(path)).length !== 1) throw new Error(`no invoice was found in ${path}`);
  };
  for (const { name, files, times, peer } of kinds) {
    const papers = Array.from({ length: times }, () => files.map(sample)).flat();
    const ours = () => abreast(atOnce, papers, understood);
    const bare = peer === 'command' ? byCommand : async (path: string) => threads.exec<Bare[typeof peer]>(peer, [path]);
    const note = `${atOnce} at a time, ${files.length === 1 ? 'one sample' : `${files.length} samples`} over and over: told by its content, read, understood`;
    const report = (samples: readonly number[], peers: Readonly<Record<string, readonly number[]>> = {}) =>
      bench.report(figure(name, 'a minute', samples, peers, note));
    const rate = (samples: readonly number[]) => samples.map((ms) => (papers.length * 60_000) / ms);
    if (peer === 'command' && version === null) {
      bench.skip('the tesseract command', 'it is not installed');
      report(rate((await alternately(bench.runs(3), { ours })).ours));
      continue;
    }
    const samples = await alternately(bench.runs(3), { ours, bare: () => abreast(atOnce, papers, bare) });
    const beside = peer === 'command' ? `the command, ${version}` : says[peer];
    report(rate(samples.ours), { [`${beside}, ${atOnce} at a time`]: rate(samples.bare) });
  }
}
