/** Slack events, each kept before it is acknowledged. `body` is what the Slack adapter made of it: the interaction it is for, the call, and the event as Slack sent it. */
export type SlackEvent = {
  readonly id: string;
  readonly type: string;
  readonly body: unknown;
  readonly receivedAt: Date;
};

export interface Inbox {
  /** Keeps the event and says whether it is new. */
  keep(event: Omit<SlackEvent, 'receivedAt'>): Promise<boolean>;
  event(id: string): Promise<SlackEvent | null>;
  handled(id: string): Promise<void>;
}
