import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openFiles } from './reading/files.ts';
import { scoreOf, scoreTable } from './reading/score.ts';
import { truthsOf } from './reading/truth.ts';

const help = `npm run accuracy -- [FOLDER] [--misses]

Reads every document of FOLDER (test/bills) and compares it with what is known to be true: the lines of FOLDER/truth.jsonl,
or a NAME.json beside each document. Prints the share that is right, field by field; --misses lists each miss.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { help: { type: 'boolean', short: 'h' }, misses: { type: 'boolean' } },
});
if (values.help) console.log(help);
else await measure(positionals[0] ?? 'test/bills', values.misses ?? false);

async function measure(folder: string, listMisses: boolean): Promise<void> {
  const truths = await truthsOf(folder);
  if (truths.length === 0)
    throw new Error(`there is no truth in ${folder}: neither truth.jsonl nor NAME.json beside a document`);
  const files = openFiles();
  try {
    const pairs = [];
    for (const truth of truths) pairs.push({ truth, reading: (await files.read(join(folder, truth.file)))[0] });
    const score = scoreOf(pairs);
    console.log(
      scoreTable(
        score,
        pairs.map(({ reading }) => reading?.ms ?? 0),
      ),
    );
    if (listMisses) console.log(score.misses.join('\n'));
  } finally {
    await files.stop();
  }
}
