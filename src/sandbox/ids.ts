import { randomBytes } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

/**
 * An id as Slack makes them: a letter for the kind, then capitals and digits.
 * Random and not counted up: an app keeps its database when the sandbox starts afresh, and must not meet an old id again.
 */
export function newId(prefix: string, length = 10): string {
  return prefix + [...randomBytes(length)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** A secret that looks like none of Slack's real ones to a secret scanner, and differs at each start. */
export function newSecret(prefix: string): string {
  return `${prefix}-sandbox-${randomBytes(16).toString('hex')}`;
}

/** Makes message timestamps: unique in the workspace and always rising, as Slack promises within a channel. */
export function timestamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(now() * 1000, last + 1);
    return `${Math.floor(last / 1e6)}.${String(last % 1e6).padStart(6, '0')}`;
  };
}
