import type { Actor } from '../domain/access.ts';
import type { Call } from '../domain/call.ts';
import type { FaultCode } from '../domain/fault.ts';

export type Outcome = 'done' | FaultCode | 'failed';

/** One change: `subject` names the thing ("invoice 12"), `before` and `after` are plain JSON, absent where there was nothing. */
export type Change = {
  readonly action: string;
  readonly subject: string;
  readonly before?: unknown;
  readonly after?: unknown;
};

/** One line of the audit log as people read it. */
export type AuditEntry = {
  readonly seq: bigint;
  readonly at: Date;
  readonly kind: 'asked' | 'answered' | 'changed';
  readonly call: string | null;
  readonly actor: string;
  readonly action: string;
  readonly subject: string | null;
  readonly outcome: string | null;
};

/** The append-only record. Whoever changes the ledger writes here in the same transaction. */
export interface Audit {
  /** Before anything is done. `actor` is null for somebody Penny does not know; the Slack user stands in the call. */
  asked(call: Call, entry: string, actor: Actor | null): Promise<void>;
  answered(call: Call, entry: string, actor: Actor | null, outcome: Outcome, why: string | null): Promise<void>;
  changed(actor: Actor, change: Change, call?: Pick<Call, 'id' | 'channel' | 'origin'>): Promise<void>;
  /** The newest entries, newest first. */
  newest(count: number): Promise<readonly AuditEntry[]>;
}
