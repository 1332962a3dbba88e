import type { RespondFn } from '@slack/bolt';

/** Where a call came from, and the ways to answer it there. */
export type Place = {
  /** The call's id, for the log. */
  readonly call: string;
  readonly person: string;
  readonly channel: string | null;
  readonly thread: string | null;
  /** The message whose button was pressed; `ephemeral` when only this person sees it. */
  readonly pressed: { readonly channel: string; readonly ts: string; readonly ephemeral: boolean } | null;
  /** Opens a modal within 3 s. */
  readonly trigger: string | null;
  /** Answers even where Penny is no member; five times within half an hour. */
  readonly respond: RespondFn | null;
  /** The App Home, where every answer is shown as the Home itself. */
  readonly home: boolean;
};
