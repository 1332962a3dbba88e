import type { Saying } from '../domain/reply.ts';
import type { SlackPerson } from './directory.ts';
import type { Mark } from './outbox.ts';

/** A file as Slack describes it now. `message` is where it stands in the channel asked about; null while Slack has not said. */
export type SlackFile = {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly sharedBy: string | null;
  readonly message: string | null;
  readonly download: string;
};

/** A channel as Penny sees it. `isShared`: people of another company read it too. */
export type SlackChannel = {
  readonly name: string;
  readonly isMember: boolean;
  readonly isArchived: boolean;
  readonly isShared: boolean;
};

/** A fetched file: a local copy that is gone once `work` returns. */
export type Fetched = { readonly path: string; readonly size: number; readonly sha256: string };

/** A picture (JPEG or PNG, as its name says) for a message or a view to show. */
export type NamedPicture = { readonly bytes: Uint8Array; readonly name: string; readonly alt: string };

/** A file for people to open. `says` stands above it. */
export type Attachment = { readonly name: string; readonly content: AsyncIterable<Uint8Array>; readonly says: string };

/** The Slack workspace, as far as jobs and workflows need it. Throws Fault('unavailable') for what may work later, Fault('missing') for what is gone. */
export interface Workspace {
  /** Throws Fault('missing') for a deleted file, Fault('invalid') for one that holds no bytes (a link to another service). */
  file(id: string, channel: string): Promise<SlackFile>;
  /** Fault('invalid') past the size limit. The bot token goes to Slack's own file hosts alone. */
  fetch<T>(file: SlackFile, work: (fetched: Fetched) => Promise<T>): Promise<T>;
  person(id: string): Promise<SlackPerson | null>;
  /** Null for one that Penny may not see: there is none such, or it is private and she was not invited. Not for direct messages. */
  channel(id: string): Promise<SlackChannel | null>;
  /** Posts and returns its ts. `delivery` travels as message metadata, so that `delivered` finds it again. */
  post(channel: string, thread: string | null, saying: Saying, delivery: string): Promise<string>;
  update(channel: string, ts: string, saying: Saying): Promise<void>;
  /** The ts of a message posted with this delivery id; null when there is none, or Penny may not look. */
  delivered(channel: string, thread: string | null, delivery: string): Promise<string | null>;
  /** Shows `mark` and takes the others away. Does nothing where it is so already. */
  mark(channel: string, ts: string, mark: Mark, others: readonly Mark[]): Promise<void>;
  /** Gives Slack a picture that a message may show from then on; nobody sees it by itself. Returns its id once Slack has taken it in. */
  upload(picture: NamedPicture): Promise<string>;
  /** Shares a file in a thread, for all to see there. Returns its id. Slack has no idempotency key: who calls twice shares it twice. */
  attach(channel: string, thread: string | null, file: Attachment): Promise<string>;
  /** The channel in which Penny and this person are alone. */
  directMessages(person: string): Promise<string>;
  /** Says something to one person in a channel; nobody else sees it. */
  whisper(channel: string, person: string, saying: Saying): Promise<void>;
  /**
   * Shows this as the App Home of a person, if the view they see is the one of that hash (null: whatever they see). Returns the hash of the new one; null when
   * somebody published another meanwhile.
   */
  publishHome(person: string, saying: Saying, hash: string | null): Promise<string | null>;
  permalink(channel: string, ts: string): Promise<string | null>;
  /** Files shared in the channel since then, oldest first. */
  filesSince(channel: string, since: Date): Promise<readonly { readonly id: string; readonly user: string }[]>;
}
