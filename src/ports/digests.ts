import type { Grant } from '../domain/access.ts';
import type { Digest, DigestAsks } from '../domain/digest.ts';
import type { Timetable } from '../domain/rhythm.ts';

export type NewDigest = Timetable & { readonly asks: DigestAsks; readonly channel: string; readonly next: Date };

/** One time at which a digest was due. `attempted`: a post went out and nobody knows whether it arrived. */
export type DigestSlot = {
  readonly digest: Digest;
  readonly slot: Date;
  readonly isSettled: boolean;
  readonly attempted: boolean;
};

/** What came of it: `ts` is the message; quiet is when there was nothing to say. */
export type DigestOutcome =
  | { readonly state: 'sent'; readonly ts: string }
  | { readonly state: 'quiet' }
  | { readonly state: 'skipped'; readonly why: string };

/** What is posted on a schedule, and each time that it was due. Every change is audited. */
export interface Digests {
  /** Fault('conflict') where the same comes there already. */
  set(digest: NewDigest, grant: Grant<'digest.manage'>): Promise<Digest>;
  /** Those that come, the next first. */
  running(): Promise<readonly Digest[]>;
  /** Fault('missing') for none such, Fault('conflict') for one that is stopped already. */
  stop(id: bigint, grant: Grant<'digest.manage'>): Promise<Digest>;
  /** A stopped one comes again. Fault('missing'), and Fault('conflict') for one that comes, or the like of it. */
  resume(id: bigint, grant: Grant<'digest.manage'>, next: (digest: Digest) => Date): Promise<Digest>;
  /** Those whose time has come. Within a transaction they are its own until it ends: another replica passes them over. */
  due(now: Date): Promise<readonly Digest[]>;
  plan(id: bigint, next: Date): Promise<void>;
  /** Sends the task `send-digest` for this slot, once whoever asks; says whether it did. Fault('missing' | 'conflict') for one that does not come any more. */
  begin(id: bigint, slot: Date): Promise<boolean>;
  slot(id: bigint, slot: Date): Promise<DigestSlot | null>;
  attempting(id: bigint, slot: Date): Promise<void>;
  /** What came of a slot, also of one that was never begun. The first word about it stands. */
  settle(id: bigint, slot: Date, outcome: DigestOutcome): Promise<void>;
  /** Penny stops it herself, as the slot could not be sent. Says whether it still came. */
  halt(id: bigint, slot: Date, why: string): Promise<boolean>;
}
