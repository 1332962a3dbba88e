import type { Block } from '../../page-api.ts';

/** The parts of Block Kit that the page draws, with the names Slack gives them. Unknown fields are left alone. */
export type TextObject = { readonly type: 'plain_text' | 'mrkdwn'; readonly text: string };
export type Option = {
  readonly text: TextObject;
  readonly value: string;
  readonly description?: TextObject;
  readonly url?: string;
};
export type OptionGroup = { readonly label: TextObject; readonly options: readonly Option[] };
export type Confirm = {
  readonly title: TextObject;
  readonly text: TextObject;
  readonly confirm: TextObject;
  readonly deny: TextObject;
  readonly style?: 'primary' | 'danger';
};
export type Picture = {
  readonly type: 'image';
  readonly image_url?: string;
  readonly slack_file?: { readonly id?: string; readonly url?: string };
  readonly alt_text: string;
};

/** Any element a person can press, pick or type in; which fields it has follows from `type`. */
export type Element = {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: TextObject;
  readonly value?: string;
  readonly url?: string;
  readonly style?: 'primary' | 'danger';
  readonly accessibility_label?: string;
  readonly confirm?: Confirm;
  readonly placeholder?: TextObject;
  readonly focus_on_load?: boolean;
  readonly options?: readonly Option[];
  readonly option_groups?: readonly OptionGroup[];
  readonly initial_option?: Option;
  readonly initial_options?: readonly Option[];
  readonly initial_value?: unknown;
  readonly initial_date?: string;
  readonly initial_time?: string;
  readonly initial_date_time?: number;
  readonly initial_user?: string;
  readonly initial_users?: readonly string[];
  readonly initial_conversation?: string;
  readonly initial_conversations?: readonly string[];
  readonly initial_channel?: string;
  readonly initial_channels?: readonly string[];
  readonly filter?: { readonly include?: readonly string[]; readonly exclude_bot_users?: boolean };
  readonly multiline?: boolean;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_value?: string;
  readonly max_value?: string;
  readonly is_decimal_allowed?: boolean;
  readonly min_query_length?: number;
  readonly max_selected_items?: number;
  readonly max_files?: number;
  readonly filetypes?: readonly string[];
};

export type Card = {
  readonly type: 'card';
  readonly block_id?: string;
  readonly hero_image?: Picture;
  readonly icon?: Picture;
  readonly title?: TextObject;
  readonly subtitle?: TextObject;
  readonly body?: TextObject;
  readonly subtext?: TextObject;
  readonly actions?: readonly Element[];
};

export type Cell =
  | { readonly type: 'raw_text'; readonly text: string }
  | { readonly type: 'raw_number'; readonly value: number; readonly text?: string }
  | RichText;

export type RichText = { readonly type: 'rich_text'; readonly elements: readonly RichPart[] };
export type RichPart = {
  readonly type: 'rich_text_section' | 'rich_text_list' | 'rich_text_quote' | 'rich_text_preformatted';
  readonly elements: readonly RichPiece[];
  readonly style?: 'bullet' | 'ordered';
  readonly indent?: number;
  readonly offset?: number;
};
export type RichPiece = RichPart | RichLeaf;
export type RichLeaf = {
  readonly type: 'text' | 'link' | 'user' | 'usergroup' | 'channel' | 'emoji' | 'broadcast' | 'date' | 'color';
  readonly text?: string;
  readonly url?: string;
  readonly name?: string;
  readonly user_id?: string;
  readonly usergroup_id?: string;
  readonly channel_id?: string;
  readonly range?: string;
  readonly value?: string;
  readonly timestamp?: number;
  readonly format?: string;
  readonly style?: {
    readonly bold?: boolean;
    readonly italic?: boolean;
    readonly strike?: boolean;
    readonly code?: boolean;
  };
};

type Base = { readonly block_id?: string };
export type Section = Base & {
  readonly type: 'section';
  readonly text?: TextObject;
  readonly fields?: readonly TextObject[];
  readonly accessory?: Element | Picture;
};
export type Input = Base & {
  readonly type: 'input';
  readonly label: TextObject;
  readonly hint?: TextObject;
  readonly optional?: boolean;
  readonly dispatch_action?: boolean;
  readonly element: Element;
};
export type ImageBlock = Base & Picture & { readonly title?: TextObject };
export type Table = Base & {
  readonly type: 'table';
  readonly rows: readonly (readonly Cell[])[];
  readonly column_settings?: readonly ({
    readonly align?: 'left' | 'center' | 'right';
    readonly is_wrapped?: boolean;
  } | null)[];
};
export type DataTable = Base & {
  readonly type: 'data_table';
  readonly caption: string;
  readonly rows: readonly (readonly Cell[])[];
  readonly page_size?: number;
  readonly row_header_column_index?: number;
};
export type Container = Base & {
  readonly type: 'container';
  readonly title?: TextObject;
  readonly subtitle?: TextObject;
  readonly icon?: Picture;
  readonly child_blocks: readonly Block[];
  readonly is_collapsible?: boolean;
  readonly default_collapsed?: boolean;
};
export type Alert = Base & {
  readonly type: 'alert';
  readonly text: TextObject;
  readonly level?: 'default' | 'info' | 'warning' | 'error' | 'success';
};

export type KnownBlock =
  | Section
  | Input
  | ImageBlock
  | Table
  | DataTable
  | Container
  | Alert
  | (Card & Base)
  | (RichText & Base)
  | (Base & { readonly type: 'carousel'; readonly elements: readonly Card[] })
  | (Base & { readonly type: 'header'; readonly text: TextObject; readonly level?: number })
  | (Base & { readonly type: 'divider' })
  | (Base & { readonly type: 'context'; readonly elements: readonly (TextObject | Picture)[] })
  | (Base & { readonly type: 'actions' | 'context_actions'; readonly elements: readonly Element[] });

/** The border to what the app sent: the server has validated it by Slack's rules, the page only reads it. */
export function known(block: Block): KnownBlock {
  return block as KnownBlock;
}
