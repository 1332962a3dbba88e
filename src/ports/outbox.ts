import type { Saying } from '../domain/reply.ts';

/** The emoji that Penny puts on a person's message: seen, booked, look at it, nothing to book. */
export const marks = ['eyes', 'white_check_mark', 'warning', 'no_entry_sign'] as const;
export type Mark = (typeof marks)[number];

/**
 * One message or reaction as Slack is meant to show it. `version` counts the wishes, `delivered` the last one that Slack took (0: none yet).
 * `attempted`: a post or a reaction went out and nobody knows whether it arrived.
 */
export type Wish = {
  readonly id: bigint;
  readonly key: string;
  readonly channel: string;
  readonly version: number;
  readonly delivered: number;
  readonly attempted: boolean;
} & (
  | { readonly kind: 'message'; readonly thread: string | null; readonly ts: string | null; readonly saying: Saying }
  | { readonly kind: 'mark'; readonly ts: string; readonly mark: Mark; readonly shown: Mark | null }
);

/**
 * What Slack should show. Wishes are written in the transaction of their cause; a job makes Slack equal to them:
 * `say` and `mark` send the task `deliver-wish` with payload `{ wish: <id> }` and the id as key.
 */
export interface Outbox {
  /** The message called `key` should now say this; it is posted once and updated in place from then on. */
  say(wish: {
    readonly key: string;
    readonly channel: string;
    readonly thread: string | null;
    readonly saying: Saying;
  }): Promise<void>;
  /** This message of a person should carry this mark of Penny's and no other. */
  mark(wish: { readonly channel: string; readonly ts: string; readonly mark: Mark }): Promise<void>;
  wish(id: bigint): Promise<Wish | null>;
  /** The message of that key; null while Slack has not taken it. `ts` is null when the place it was meant for is gone. */
  posted(key: string): Promise<{ readonly channel: string; readonly ts: string | null } | null>;
  attempting(id: bigint): Promise<void>;
  delivered(id: bigint, version: number, ts: string | null, mark: Mark | null): Promise<void>;
}
