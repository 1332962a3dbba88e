import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/** Samples the resident memory of a process and of its readers, on Linux. `stop` gives the most there was, in MB; 0 where the system does not tell. */
export function peakMemory(pid: number): { stop(): Promise<number> } {
  let most = 0;
  let on = true;
  const sampling = (async () => {
    while (on) {
      most = Math.max(most, await residentNow(pid));
      await pause(50);
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

/** The database is a child too, and not counted. */
async function residentNow(pid: number): Promise<number> {
  const listed = await textOf(`/proc/${pid}/task/${pid}/children`);
  const children = await Promise.all(
    listed
      .trim()
      .split(' ')
      .filter(Boolean)
      .map(async (child) => ((await textOf(`/proc/${child}/cmdline`)).includes('children/child.ts') ? child : null)),
  );
  const counted = [`${pid}`, ...children.filter((child) => child !== null)];
  return (await Promise.all(counted.map(residentOf))).reduce((sum, bytes) => sum + bytes, 0);
}

const residentOf = async (pid: string): Promise<number> =>
  Number(/VmRSS:\s+(\d+)/.exec(await textOf(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

const textOf = (path: string): Promise<string> => readFile(path, 'utf8').catch(() => '');
