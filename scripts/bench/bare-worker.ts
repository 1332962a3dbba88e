import { readFile } from 'node:fs/promises';
import { XMLParser } from 'fast-xml-parser';
import { worker } from 'workerpool';
import { bareText } from './bare-text.ts';

const parser = new XMLParser();

/** The bare libraries in a thread, told a path: `readings.ts` keeps one on each core. */
const bare = {
  text: async (path: string) => (await bareText(await readFile(path))).length,
  xml: async (path: string) => Object.keys(parser.parse(await readFile(path))).length,
};
export type Bare = typeof bare;

worker(bare);
