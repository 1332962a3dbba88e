import type { Saying } from '../domain/reply.ts';

/** What Slack was last given as somebody's Home; `hash` is that of its view, null where none is known. */
export type PublishedHome = { readonly hash: string | null; says(saying: Saying): boolean };

/** A picture that Slack has. `isCurrent`: it was drawn from just these numbers. */
export type HomePicture = {
  readonly slackFile: string;
  readonly alt: string;
  readonly isCurrent: boolean;
  readonly drawnAt: Date;
};

/** The App Homes that people look at, kept up with what changes. People are Slack ids. */
export interface Homes {
  /** This person looks at their Home now; whoever notes it publishes it. */
  seen(person: string): Promise<void>;
  last(person: string): Promise<PublishedHome>;
  /** Slack shows this now, as the view of that hash. */
  published(person: string, saying: Saying, hash: string): Promise<void>;
  /** It was looked at, and says what it should. */
  unchanged(person: string): Promise<void>;
  /** There is no such person any more. */
  forget(person: string): Promise<void>;
  /**
   * Something changed that a Home may show: those of people who looked at theirs within a day are to be renewed. Sends the task `renew-homes`, if there are
   * any. Not for a transaction that does more: it would keep others who change something waiting.
   */
  outdate(): Promise<void>;
  /** A few whose turn it is to be renewed, longest ago first: nobody oftener than every 5 seconds, and not more together than Slack likes. */
  due(): Promise<readonly string[]>;
  /** Does somebody's turn come later? */
  isLeft(): Promise<boolean>;
  /** The newest picture of a subject; `numbers` are those it should show. */
  picture(subject: string, numbers: string): Promise<HomePicture | null>;
  keepPicture(subject: string, numbers: string, picture: Pick<HomePicture, 'slackFile' | 'alt'>): Promise<void>;
}
