import { z } from 'zod';
import { Confirm, Id, limited, Option, PlainOption, plain, Style } from './text.ts';

export type Surface = 'message' | 'modal' | 'home';

const action = { action_id: Id.optional() };
const pressed = { ...action, confirm: Confirm.optional() };
const focus = { focus_on_load: z.boolean().optional() };
const field = { ...focus, placeholder: plain(150).optional() };
const dispatch = {
  dispatch_action_config: z
    .strictObject({ trigger_actions_on: z.array(z.enum(['on_enter_pressed', 'on_character_entered'])).optional() })
    .optional(),
};
const several = { max_selected_items: z.number().int().min(1).optional() };
const respondable = { response_url_enabled: z.boolean().optional() };

const options = (most: number, option: z.ZodType = PlainOption) => z.array(option).min(1).max(most);
const OptionGroup = z.strictObject({ label: plain(75), options: options(100) });
const listed = { options: options(100).optional(), option_groups: z.array(OptionGroup).min(1).max(100).optional() };

type Chosen = { readonly value?: unknown; readonly text?: unknown };
type Menu = {
  readonly options?: unknown;
  readonly option_groups?: unknown;
  readonly initial_option?: unknown;
  readonly initial_options?: unknown;
};

function hasOneList(menu: Menu): boolean {
  return (menu.options === undefined) !== (menu.option_groups === undefined);
}

/** Slack refuses an initial option that is not one of the options, to the letter. */
function startsFromOwn(menu: Menu): boolean {
  const groups = Array.isArray(menu.option_groups) ? menu.option_groups : [];
  const own = [...(Array.isArray(menu.options) ? menu.options : []), ...groups.flatMap((group) => group.options)];
  const key = (option: Chosen) => JSON.stringify([option.value, (option.text as Chosen | undefined)?.text]); // a text object, as its schema says
  const known = new Set(own.map(key));
  const initial = [menu.initial_option, menu.initial_options].flat().filter((one) => one !== undefined);
  return initial.every((option) => known.has(key(option as Chosen))); // options too, by their schema
}

const FROM_OWN = 'initial option must be one of the options';
const ONE_LIST = 'must define either `options` or `option_groups`';
const filter = z
  .strictObject({
    include: z
      .array(z.enum(['im', 'mpim', 'private', 'public']))
      .min(1)
      .optional(),
    exclude_external_shared_channels: z.boolean().optional(),
    exclude_bot_users: z.boolean().optional(),
  })
  .optional();
const conversations = { default_to_current_conversation: z.boolean().optional(), filter };
const external = { min_query_length: z.number().int().min(0).optional() };
const element = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), ...shape });

export const Button = element('button', {
  ...pressed,
  text: plain(75),
  value: limited(2000).optional(),
  url: limited(3000).optional(),
  style: Style.optional(),
  accessibility_label: limited(75).optional(),
});

const WorkflowButton = element('workflow_button', {
  ...pressed,
  text: plain(75),
  workflow: z.looseObject({}),
  style: Style.optional(),
  accessibility_label: limited(75).optional(),
});

const Overflow = element('overflow', { ...pressed, options: options(5) });

const choices = { ...pressed, ...focus, options: options(10, Option) };
const Checkboxes = element('checkboxes', { ...choices, initial_options: options(10, Option).optional() }).refine(
  startsFromOwn,
  FROM_OWN,
);
const RadioButtons = element('radio_buttons', { ...choices, initial_option: Option.optional() }).refine(
  startsFromOwn,
  FROM_OWN,
);

const select = { ...pressed, ...field };
const selects = [
  element('static_select', { ...select, ...listed, initial_option: PlainOption.optional() })
    .refine(hasOneList, ONE_LIST)
    .refine(startsFromOwn, FROM_OWN),
  element('multi_static_select', { ...select, ...several, ...listed, initial_options: options(100).optional() })
    .refine(hasOneList, ONE_LIST)
    .refine(startsFromOwn, FROM_OWN),
  element('external_select', { ...select, ...external, initial_option: PlainOption.optional() }),
  element('multi_external_select', { ...select, ...several, ...external, initial_options: options(100).optional() }),
  element('users_select', { ...select, initial_user: Id.optional() }),
  element('multi_users_select', { ...select, ...several, initial_users: z.array(Id).optional() }),
  element('channels_select', { ...select, ...respondable, initial_channel: Id.optional() }),
  element('multi_channels_select', { ...select, ...several, initial_channels: z.array(Id).optional() }),
  element('conversations_select', { ...select, ...respondable, ...conversations, initial_conversation: Id.optional() }),
  element('multi_conversations_select', {
    ...select,
    ...several,
    ...conversations,
    initial_conversations: z.array(Id).optional(),
  }),
] as const;

const DatePicker = element('datepicker', {
  ...select,
  initial_date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
});
const TimePicker = element('timepicker', {
  ...select,
  initial_time: z
    .string()
    .regex(/^\d{2}:\d{2}$/)
    .optional(),
  timezone: limited(255).optional(),
});
const DateTimePicker = element('datetimepicker', {
  ...pressed,
  ...focus,
  initial_date_time: z.number().int().min(1_000_000_000).max(9_999_999_999).optional(),
});

const typed = { ...action, ...field, ...dispatch };
const TextInput = element('plain_text_input', {
  ...typed,
  initial_value: z.string().max(3000).optional(),
  multiline: z.boolean().optional(),
  min_length: z.number().int().min(0).max(3000).optional(),
  max_length: z.number().int().min(1).max(3000).optional(),
});
const NumberInput = element('number_input', {
  ...typed,
  is_decimal_allowed: z.boolean(),
  initial_value: z.string().optional(),
  min_value: z.string().optional(),
  max_value: z.string().optional(),
});
const EmailInput = element('email_text_input', { ...typed, initial_value: z.string().optional() });
const UrlInput = element('url_text_input', { ...typed, initial_value: z.string().optional() });
const FileInput = element('file_input', {
  ...action,
  filetypes: z.array(z.string()).min(1).optional(),
  max_files: z.number().int().min(1).max(10).optional(),
});
const RichTextInput = element('rich_text_input', {
  ...typed,
  initial_value: z.looseObject({ type: z.literal('rich_text') }).optional(),
  min_lines: z.number().int().min(1).max(100).optional(),
  max_lines: z.number().int().min(1).max(100).optional(),
});

const pickers = [Checkboxes, RadioButtons, DatePicker, TimePicker, ...selects] as const;
const inSection = [Button, Overflow, ...pickers] as const;
const inActions = [...inSection, RichTextInput] as const;
const inInput = [TextInput, ...pickers, RichTextInput] as const;

export const sectionElements = { message: [...inSection, WorkflowButton], modal: inSection, home: inSection } as const;

/** Which elements stand where, by surface. */
export const actionsElement = {
  message: z.discriminatedUnion('type', [...inActions, DateTimePicker, WorkflowButton]),
  modal: z.discriminatedUnion('type', [...inActions, DateTimePicker]),
  home: z.discriminatedUnion('type', inActions),
} as const satisfies Record<Surface, z.ZodType>;

export const inputElement = {
  message: z.discriminatedUnion('type', [...inInput, DateTimePicker]),
  modal: z.discriminatedUnion('type', [...inInput, DateTimePicker, NumberInput, EmailInput, UrlInput, FileInput]),
  home: z.discriminatedUnion('type', inInput),
} as const satisfies Record<Surface, z.ZodType>;

const Feedback = z.strictObject({ text: plain(75), value: limited(2000), accessibility_label: limited(75).optional() });

export const contextAction = z.discriminatedUnion('type', [
  element('feedback_buttons', { ...action, positive_button: Feedback, negative_button: Feedback }),
  element('icon_button', {
    ...pressed,
    icon: limited(255),
    text: plain(75),
    value: limited(2000).optional(),
    accessibility_label: limited(75).optional(),
    visible_to_user_ids: z.array(Id).optional(),
  }),
]);
