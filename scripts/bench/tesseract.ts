import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);
/** At its best: with more threads than free cores the command takes four times as long. */
const oneThread = { OMP_THREAD_LIMIT: '1' };

export const dpi = '300';

/** The text of a picture by the tesseract command, with the model that came with it. */
export const byCommand = (path: string): Promise<unknown> =>
  run('tesseract', [path, '-', '--psm', '4', '--dpi', dpi], { env: { ...process.env, ...oneThread } }); // 4: a single column, as Penny asks it too

/** Null where it is not installed. */
export const commandVersion = (): Promise<string | null> =>
  run('tesseract', ['--version']).then(
    ({ stdout }) => stdout.split('\n')[0] ?? null,
    () => null,
  );
