import { Fault } from '../src/domain/fault.ts';

/** A file that is missing or forbidden is the person's; anything else that is not a Fault is a bug and ends the run. */
export function sentence(error: unknown): string {
  if (error instanceof Fault) return error.message;
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'There is no such file; look at its name and folder.';
  if (code === 'EACCES' || code === 'EPERM') return 'I may not open this file; change its permissions.';
  if (code === 'EISDIR') return 'This is a folder; name the files in it.';
  throw error;
}
