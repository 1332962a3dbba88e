import type { Fetched } from './workspace.ts';

/** A file in the inbox. Where another one comes to lie under the same `key` it has another `version`, so that nobody takes the one for the other. */
export type Drop = { readonly key: string; readonly version: string };

/** A file found in the inbox; `name` is its own, without folders, fit to be shown. */
export type FoundDrop = Drop & { readonly name: string };

/**
 * The inbox: where files lie that no person shares in Slack, put there by a scanner or a mail gateway. Several replicas may look at once.
 * Throws Fault('unavailable') for what may work later, Fault('forbidden') for what an admin must allow.
 */
export interface Drops {
  /** All files that lie there whole; what is still being written, is hidden (a dot before its name) or is a folder is left out. */
  found(): Promise<readonly FoundDrop[]>;
  /** Lends a local copy. Throws Fault('missing') when that file is gone, or another lies in its place; Fault('invalid') for one that is too large or empty. */
  fetch<T>(drop: Drop, work: (fetched: Fetched) => Promise<T>): Promise<T>;
  /** Takes it out of the inbox, its bytes being kept. Another file in its place stays. Does nothing when it is gone. */
  remove(drop: Drop): Promise<void>;
  /** Moves it out of the inbox to `refused/<id>/`, where a person finds it under its name. Another file in its place stays. Does nothing when it is gone. */
  refuse(drop: Drop, id: string): Promise<void>;
}
