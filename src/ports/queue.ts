/** A job to be done: `payload` holds ids only. `key` lets one such job wait at a time. */
export type Task = {
  readonly name: string;
  readonly payload: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly afterSeconds?: number;
};

/** Work that must happen at least once, across crashes. Jobs must bear being run twice. */
export interface Queue {
  /** Enqueued with the transaction it is sent in: rolled back, it never existed. */
  send(task: Task): Promise<void>;
}
