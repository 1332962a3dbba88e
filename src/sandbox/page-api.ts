/**
 * What the sandbox's web page and its scripted people say to the sandbox server: one snapshot down, one action up.
 *
 * - `GET  /sandbox/snapshot?as=U…` → `Snapshot`
 * - `GET  /sandbox/live?as=U…`     → server-sent events; each `data:` is a whole `Snapshot`, sent at once and after each change (coalesced to one per 50 ms)
 * - `POST /sandbox/act?as=U…`      → body is an `Action` as JSON, answer is an `ActionResult`
 * - `POST /sandbox/look-up?as=U…` → body is a `LookUp` as JSON, answer is an `Offered`: what somebody types into a menu whose options the app gives
 * - `POST /sandbox/upload?as=U…&channel=C…[&thread_ts=…][&name=…][&comment=…]` → body is the bytes of one file, answer is an `ActionResult`
 * - `POST /sandbox/sample?as=U…&channel=C…&name=…` → shares one of the offered sample files
 * - `GET  /sandbox/file/F…[?name]` → the bytes of a file that the person may see (no bearer token: the page is local)
 */

/** Slack's own block and view objects, passed through as the app sent them. */
export type Block = { readonly type: string; readonly [key: string]: unknown };

export type Person = {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  /** What the person stands for in the sandbox, shown in the switcher: "operator", "guest". */
  readonly title: string;
  readonly isBot: boolean;
  readonly isGuest: boolean;
  readonly deleted: boolean;
  readonly color: string;
};

export type Channel = {
  readonly id: string;
  /** Without `#`; for a DM the other person's name. */
  readonly name: string;
  readonly kind: 'channel' | 'private' | 'im';
  readonly topic: string;
  readonly unread: number;
  readonly members: readonly string[];
};

export type SharedFile = {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  readonly size: number;
  /** Path on the sandbox server; a picture can be shown from it. */
  readonly url: string;
  readonly altText: string;
};

export type Message = {
  readonly ts: string;
  readonly channel: string;
  readonly user: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly files: readonly SharedFile[];
  readonly reactions: readonly { readonly name: string; readonly users: readonly string[] }[];
  readonly threadTs: string | null;
  readonly replyCount: number;
  readonly edited: boolean;
  /** "Only visible to you". */
  readonly ephemeral: boolean;
};

export type View = {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly callbackId: string;
  readonly title: string;
  readonly submit: string | null;
  readonly close: string | null;
  readonly blocks: readonly Block[];
  /** Errors by block_id after a refused submission. */
  readonly errors: Readonly<Record<string, string>>;
};

export type SlashCommand = { readonly command: string; readonly description: string; readonly usageHint: string };
export type Shortcut = { readonly name: string; readonly type: 'global' | 'message'; readonly callbackId: string };
export type Sample = { readonly name: string; readonly description: string; readonly size: number };

/** The workspace as one person sees it: their channels, their ephemeral messages, their modals, their App Home. */
export type Snapshot = {
  readonly team: { readonly id: string; readonly name: string };
  readonly me: Person;
  /** Everybody, for names and the switcher. */
  readonly people: readonly Person[];
  readonly app: { readonly userId: string; readonly name: string; readonly connected: boolean };
  readonly channels: readonly Channel[];
  /** By channel id, oldest first, thread replies among them (`threadTs` set). */
  readonly messages: Readonly<Record<string, readonly Message[]>>;
  readonly home: View | null;
  /** Open modals, the topmost last; at most three. */
  readonly modals: readonly View[];
  readonly commands: readonly SlashCommand[];
  readonly shortcuts: readonly Shortcut[];
  readonly samples: readonly Sample[];
};

/** One element's state as Slack sends it in `view.state.values` or `actions[0]`: `{type, value | selected_option | selected_date | selected_user | …}`. */
export type ElementState = { readonly type: string; readonly [key: string]: unknown };

export type Action =
  | { readonly do: 'post'; readonly channel: string; readonly text: string; readonly threadTs?: string }
  | { readonly do: 'command'; readonly channel: string; readonly command: string; readonly text: string }
  | {
      readonly do: 'press';
      /** Where the element stands: a message or a view. */
      readonly at: { readonly channel: string; readonly ts: string } | { readonly viewId: string };
      readonly blockId: string;
      readonly actionId: string;
      readonly element: ElementState;
      /** All inputs of the message or view at that moment, by block_id and action_id. */
      readonly values: Readonly<Record<string, Readonly<Record<string, ElementState>>>>;
    }
  | {
      readonly do: 'submit';
      readonly viewId: string;
      readonly values: Readonly<Record<string, Readonly<Record<string, ElementState>>>>;
    }
  | { readonly do: 'close'; readonly viewId: string }
  | { readonly do: 'home' }
  | { readonly do: 'shortcut'; readonly callbackId: string; readonly channel?: string; readonly ts?: string }
  | { readonly do: 'delete-file'; readonly file: string }
  | { readonly do: 'read'; readonly channel: string };

/** `error` is a sentence for the person: what Slack itself would show ("/spend failed: the app did not answer in 3 seconds"). */
export type ActionResult =
  | { readonly ok: true; readonly ts?: string; readonly file?: string }
  | { readonly ok: false; readonly error: string };

/** Letters typed into a menu whose options come from the app. */
export type LookUp = {
  readonly at: { readonly channel: string; readonly ts: string } | { readonly viewId: string };
  readonly blockId: string;
  readonly actionId: string;
  readonly query: string;
};

export type OfferedGroup = {
  readonly label: string | null;
  readonly options: readonly {
    readonly text: { readonly type: 'plain_text'; readonly text: string };
    readonly value: string;
  }[];
};

/** What the app offers. `error` is a sentence for the person. */
export type Offered =
  | { readonly ok: true; readonly groups: readonly OfferedGroup[] }
  | { readonly ok: false; readonly error: string };
