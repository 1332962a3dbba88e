import { readFile } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';
import { invoicesIn } from '../../src/adapters/einvoice/documents.ts';
import { figure } from './figures.ts';
import type { Bench } from './harness.ts';
import { alternately } from './measure.ts';
import { openReaders, sample } from './readers.ts';

const kinds = { UBL: 'groene-kas-ubl.xml', CII: 'alpenblick-catering-cii.xml' } as const;

/** An e-invoice: all of it, the parsing and understanding alone, and the bare parser. */
export async function einvoice(bench: Bench): Promise<void> {
  const read = openReaders(bench);
  const parser = new XMLParser();
  for (const [kind, name] of Object.entries(kinds)) {
    const path = sample(name);
    const bytes = await readFile(path);
    const samples = await alternately(
      bench.runs(100),
      {
        read: () => read(path),
        understand: async () => invoicesIn(bytes, 1),
        bare: async () => parser.parse(bytes),
      },
      20,
    );
    const peer = { 'bare fast-xml-parser': samples.bare };
    bench.report(
      figure(`${kind} read`, 'ms', samples.read, peer, 'file hashed, told by its content, parsed in a child process'),
    );
    bench.report(figure(`${kind} checked, parsed and understood`, 'ms', samples.understand, peer, 'in this process'));
  }
}
