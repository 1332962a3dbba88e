/** What went over the wire, in order. Tokens are left out. */
export type JournalEntry =
  | {
      readonly kind: 'call';
      readonly at: number;
      readonly method: string;
      readonly args: Readonly<Record<string, unknown>>;
      /** 0 when no answer was sent: a fault hung or reset the connection. */
      readonly status: number;
      readonly answer: unknown;
    }
  | {
      readonly kind: 'envelope';
      readonly at: number;
      readonly id: string;
      readonly type: string;
      readonly payload: Readonly<Record<string, unknown>>;
      readonly attempt: number;
      readonly reason: string;
    }
  | {
      readonly kind: 'ack';
      readonly at: number;
      readonly id: string;
      readonly payload: Readonly<Record<string, unknown>>;
    }
  /** Slack gave up: the app never acknowledged this event. */
  | { readonly kind: 'lost'; readonly at: number; readonly payload: Readonly<Record<string, unknown>> };
