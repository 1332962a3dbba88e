import type { FileFacts } from '../domain/file.ts';

/** Keeps files for good by the SHA-256 of their content (64 hex digits). Nothing is overwritten and nothing deleted. */
export interface ObjectStore {
  /** Takes a copy of the local file; whole or not at all; does nothing when the key is there. */
  put(sha256: string, path: string): Promise<void>;
  has(sha256: string): Promise<boolean>;
  /** Lends a local copy while `work` runs. Throws Fault('missing') when there is no such file, or its content is not that of its key. */
  lend<T>(sha256: string, work: (path: string) => Promise<T>): Promise<T>;
  /** A link by which anybody may fetch the file for `seconds`, as a download under its name. Absent where the store hands out no files. Throws Fault('missing') as `lend`. */
  link?(file: Pick<FileFacts, 'sha256' | 'name'>, seconds: number): Promise<string>;
}
