import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pinoLog } from '../src/adapters/pino/pino-log.ts';
import { readConfig } from '../src/config.ts';
import { startPenny } from '../src/main.ts';
import { camera } from './demo/camera.ts';
import { tour } from './demo/tour.ts';
import { transcript } from './demo/transcript.ts';

const help = `npm run demo [-- --out FOLDER]

Starts Penny with an embedded Postgres and the sandbox, both thrown away afterwards, plays a tour as its people, and writes pictures and transcript.md
to FOLDER (demo-output/). Pictures of the page need a Chromium on the machine; charts are written in any case.`;

const { values } = parseArgs({
  options: { help: { type: 'boolean', short: 'h' }, out: { type: 'string', default: 'demo-output' } },
});
if (values.help) console.log(help);
else process.exitCode = await play(resolve(values.out));

async function play(out: string): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'penny-demo-'));
  await chmod(folder, 0o711); // run as root, the embedded Postgres is another user's, who must be able to pass
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const penny = await startPenny(readConfig({ PENNY_FOLDER: folder, PORT: '0' }), pinoLog('warn'));
  if (!penny.sandbox) throw new Error('the demo plays in the sandbox alone');
  const story = transcript((line) => console.log(line));
  const lens = await camera(penny.sandbox.url, out);
  try {
    await tour(penny.sandbox, story, lens, join(folder, 'inbox'));
  } finally {
    await lens.close();
    await penny.stop();
    await rm(folder, { recursive: true, force: true });
    await writeFile(join(out, 'transcript.md'), story.markdown());
  }
  console.log(`\n${story.summary()}\nPictures and transcript: ${out}`);
  return story.failures() === 0 ? 0 : 1;
}
