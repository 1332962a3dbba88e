/**
 * A stretch of text as people read it. Plain strings are never markup: whatever comes out of a file or a person is shown as it is.
 * A `day` is shown in the reader's own language; a `person` and a `channel` are Slack ids.
 */
export type Span =
  | string
  | { readonly bold: string }
  | { readonly italic: string }
  | { readonly code: string }
  | { readonly link: string; readonly label: string }
  | { readonly person: string }
  | { readonly channel: string }
  | { readonly day: string };
export type Text = string | readonly Span[];

/**
 * A picture of Penny's. `alt` states the finding, for those who cannot see it. Drawn for this answer (PNG, as base64 so that a reply is plain JSON), or one
 * that Slack has had for a while, by its id.
 */
export type Picture = { readonly alt: string; readonly name: string } & (
  | { readonly png: string }
  | { readonly slackFile: string }
);

/** `press` is the name of the interaction; `value` is what its schema made; `confirm` asks before it is done. */
export type Button = {
  readonly press: string;
  readonly label: string;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  readonly confirm?: { readonly title: string; readonly text: string; readonly yes: string; readonly no: string };
};

/** One entry of a list: what comes back when it is picked, and what people read. */
export type Option = readonly [value: string, label: string];

/** What can be picked out of a list, some of it under a heading of its own. */
export type Choices = readonly { readonly heading?: string; readonly options: readonly Option[] }[];

/**
 * A list to pick one thing from, which is done at once. `press` is the name of the interaction; `about` travels with what is picked, unseen. A menu without
 * options, or about more than Slack has room for (some 230 letters), is left out.
 */
export type Menu = {
  readonly press: string;
  readonly label: string;
  readonly about: string;
  readonly choices: Choices;
};

export type Control = Button | Menu;

/** A card with one number; `note` is the small print below ("12 % more than in September"). */
export type Kpi = { readonly label: string; readonly value: string; readonly note?: string };

/** A chart that Slack draws itself: at most 20 labels (a pie 12), no two alike, of 20 letters each; each series has a value for each of them. A pie has one series, all above nothing. */
export type Plot = {
  readonly kind: 'pie' | 'bar' | 'line';
  /** In at most 50 letters. */
  readonly title: string;
  readonly labels: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** What the values are in: a currency. */
  readonly unit: string | null;
};

/** The parts of what Penny says, from top to bottom. Every part reads well alone. */
export type Part =
  | { readonly part: 'heading'; readonly text: string }
  | { readonly part: 'text'; readonly text: Text; readonly beside?: Picture }
  | { readonly part: 'note'; readonly text: Text }
  | { readonly part: 'facts'; readonly facts: readonly (readonly [label: string, value: Text])[] }
  | { readonly part: 'kpis'; readonly kpis: readonly Kpi[] }
  | { readonly part: 'picture'; readonly picture: Picture; readonly title?: string }
  | {
      readonly part: 'table';
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly string[])[];
      /** Columns (from 0) that hold numbers and stand to the right. */
      readonly numeric?: readonly number[];
      /** By which its numbers are sorted, cell by cell. Given, people sort and page it themselves where Slack has such tables. */
      readonly sorts?: readonly (readonly (number | null)[])[];
    }
  /** `otherwise` is the same as a picture, for where Slack draws none. */
  | { readonly part: 'chart'; readonly plot: Plot; readonly otherwise: Picture }
  | { readonly part: 'controls'; readonly controls: readonly Control[] }
  | { readonly part: 'divider' };

/** What is said: `summary` carries the whole answer in one line, for notifications and screen readers. */
export type Saying = { readonly summary: string; readonly parts: readonly Part[] };

/** Names that are found while somebody types. */
export const suggested = ['vendors', 'known-vendors', 'categories'] as const;
export type Suggested = (typeof suggested)[number];

/** One thing asked for in a modal. `name` is the key of the schema that reads the answers. A `channel` is answered by its Slack id; direct messages are none. */
export type Question = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
} & (
  | { readonly ask: 'words' | 'lines' | 'amount'; readonly initial?: string; readonly placeholder?: string }
  | { readonly ask: 'day'; readonly initial?: string }
  | { readonly ask: 'channel'; readonly initial?: string }
  | { readonly ask: 'choice'; readonly options: readonly Option[]; readonly initial?: string }
  | { readonly ask: 'suggest'; readonly of: Suggested; readonly initial?: string; readonly placeholder?: string }
);

/** A form; `submits` is the name of the interaction that takes the answers, `carries` travels with it unseen. */
export type Form = {
  readonly title: string;
  readonly submits: string;
  readonly submitLabel: string;
  readonly carries: string;
  readonly intro?: Text;
  /** Stands above the questions; a form opens at once, so Slack must have it already. */
  readonly picture?: Extract<Picture, { readonly slackFile: string }>;
  readonly questions: readonly Question[];
};

/**
 * What comes of a call.
 * `say`: to the person alone, or to everyone in the channel; `replaces` puts it where the pressed button stood.
 * `form`: opens a modal. `mend`: what was typed into a modal cannot be used, a sentence by question. `quiet`: nothing needs saying.
 */
export type Reply =
  | { readonly kind: 'say'; readonly saying: Saying; readonly to: 'person' | 'channel'; readonly replaces?: boolean }
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'mend'; readonly errors: Readonly<Record<string, string>> }
  | { readonly kind: 'quiet' };

/** Says one sentence to the person alone. */
export const say = (text: string, to: 'person' | 'channel' = 'person'): Reply => ({
  kind: 'say',
  to,
  saying: { summary: text, parts: [{ part: 'text', text }] },
});
