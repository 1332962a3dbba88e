import type { Apart } from '../../ports/apart.ts';
import type { Interpret } from '../../ports/interpret.ts';
import type { understand } from './understand.ts';

/** What runs in the child process: to be loaded there early. */
export const interpreterModule: URL = new URL('./understand.ts', import.meta.url);

/** Seconds; a page full of small print takes a tenth of one. */
const longest = 20;

/** Understands readings in a child: a page of a thousand amounts took the main thread for two seconds. What was read exactly needs no thought. */
export const interpretApart =
  (run: Apart): Interpret =>
  async (reading, context, signal) =>
    reading.kind === 'exact'
      ? reading.invoices
      : run<typeof understand>(interpreterModule, 'understand', { reading, context }, { seconds: longest, signal });
