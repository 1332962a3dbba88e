import { fileURLToPath } from 'node:url';
import { writeBills } from '../test/support/bills/write.ts';

const folder = process.argv[2] ?? fileURLToPath(new URL('../test/bills', import.meta.url));

if (folder === '--help') {
  console.log(
    'Writes the sample bills of the tests and the demo, the same ones each time.\n\n  node scripts/bills.ts [FOLDER]',
  );
} else {
  const written = await writeBills(folder);
  console.log(`${written.length} bills, each with what it says, and 5 bad files are in ${folder}`);
}
