import { parentPort, workerData } from 'node:worker_threads';

/**
 * Ends its process when that takes more memory than it may, or when its parent is gone. It is a thread because the main one may be stuck in a parser.
 * The resident size is what counts: V8 and WebAssembly reserve tens of gigabytes of addresses that they never fill, so that limits of the
 * system on addresses (`ulimit -v`) end a healthy child.
 */
// The parent is told and not asked for: one that was killed while this child started is another process's number by now
const { megabytes, parent }: { readonly megabytes: number; readonly parent: number } = workerData;

setInterval(() => {
  if (process.memoryUsage.rss() > megabytes * 1_048_576 || process.ppid !== parent)
    process.kill(process.pid, 'SIGKILL');
}, 20);
parentPort?.postMessage('watching');
