import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Samples the resident memory of this process and of its readers (Linux tells; elsewhere of this process alone). `stop` gives the most there was, in MB. */
export function peakMemory(): { stop(): Promise<number> } {
  let most = 0;
  let on = true;
  const sampling = (async () => {
    while (on) {
      most = Math.max(most, await residentNow());
      await pause(100);
    }
  })();
  return {
    async stop() {
      on = false;
      await sampling;
      return most / 1e6;
    },
  };
}

async function residentNow(): Promise<number> {
  const listed = await readFile(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').catch(() => '');
  const children = await Promise.all(listed.trim().split(' ').filter(Boolean).map(residentOf));
  return process.memoryUsage.rss() + children.reduce((sum, bytes) => sum + bytes, 0);
}

/** The database is not counted. */
async function residentOf(pid: string): Promise<number> {
  const [command, status] = await Promise.all(
    ['cmdline', 'status'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '')),
  );
  return command?.includes('children/child.ts') ? Number(/VmRSS:\s+(\d+)/.exec(status ?? '')?.[1] ?? 0) * 1024 : 0;
}
