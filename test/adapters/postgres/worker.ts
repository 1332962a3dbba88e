import { openQueue } from '../../../src/adapters/postgres/queue.ts';
import { silent } from '../../support/silent.ts';

// A worker to be killed: takes one job of the name `endless` and never finishes it.
const [, , url = ''] = process.argv;
const run = () => new Promise<void>(() => process.stdout.write('took it\n'));
const queue = await openQueue({
  url,
  log: silent,
  jobs: [{ name: 'endless', attempts: 5, timeoutSeconds: 600, concurrency: 1, run }],
});
await queue.work();
setInterval(() => {}, 60_000);
