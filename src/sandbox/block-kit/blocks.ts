import { z } from 'zod';
import { Chart, DataTable, Table } from './data-blocks.ts';
import type { Surface } from './elements.ts';
import { actionsElement, Button, contextAction, inputElement, sectionElements } from './elements.ts';
import { RichText } from './rich-text.ts';
import { hasOneSource, Id, ImageElement, limited, ONE_SOURCE, picture, plain, words } from './text.ts';

const block = <T extends string, S extends z.ZodRawShape>(type: T, shape: S) =>
  z.strictObject({ type: z.literal(type), block_id: Id.optional(), ...shape });

const Header = block('header', { text: plain(150), level: z.number().int().min(1).max(4).optional() });
const Divider = block('divider', {});
const Image = block('image', { ...picture, title: plain(2000).optional() }).refine(hasOneSource, ONE_SOURCE);
const Context = block('context', {
  elements: z
    .array(z.discriminatedUnion('type', [ImageElement, words(3000)]))
    .min(1)
    .max(10),
});
const File = block('file', { external_id: limited(255), source: z.literal('remote') });
const Markdown = block('markdown', { text: limited(12_000) });
const Alert = block('alert', {
  text: words(200),
  level: z.enum(['default', 'info', 'warning', 'error', 'success']).optional(),
});
const Video = block('video', {
  video_url: limited(3000),
  thumbnail_url: limited(3000),
  alt_text: limited(2000),
  title: plain(200),
  title_url: limited(3000).optional(),
  author_name: limited(50).optional(),
  provider_name: limited(50).optional(),
  provider_icon_url: limited(3000).optional(),
  description: plain(200).optional(),
});

const Card = block('card', {
  hero_image: ImageElement.optional(),
  icon: ImageElement.optional(),
  slack_icon: z.looseObject({}).optional(),
  title: words(150).optional(),
  subtitle: words(150).optional(),
  body: words(200).optional(),
  subtext: words(200).optional(),
  actions: z.array(Button).min(1).max(3).optional(),
})
  .refine(
    (card) => [card.hero_image, card.title, card.actions, card.body].some((part) => part !== undefined),
    'must define at least one of `hero_image`, `title`, `actions`, `body`',
  )
  .refine(
    ({ icon, slack_icon: slackIcon }) => icon === undefined || slackIcon === undefined,
    'must not define both `icon` and `slack_icon`',
  );

const Carousel = block('carousel', { elements: z.array(Card).min(1).max(10) });
const ContextActions = block('context_actions', { elements: z.array(contextAction).min(1).max(5) });

const task = <S extends readonly [string, ...string[]]>(statuses: S) =>
  block('task_card', {
    task_id: limited(255),
    title: limited(255),
    details: RichText.optional(),
    output: RichText.optional(),
    sources: z.array(z.strictObject({ type: z.literal('url'), url: limited(3000), text: limited(255) })).optional(),
    status: z.enum(statuses),
  });
const Plan = block('plan', {
  title: limited(255),
  tasks: z.array(task(['pending', 'in_progress', 'complete', 'error'])).optional(),
});
const Task = task(['in_progress', 'complete', 'error']);

function section(surface: Surface) {
  const accessory = z.discriminatedUnion('type', [...sectionElements[surface], ImageElement]);
  return block('section', {
    text: words(3000).optional(),
    fields: z.array(words(2000)).min(1).max(10).optional(),
    accessory: accessory.optional(),
    expand: z.boolean().optional(),
  }).refine(({ text, fields }) => text !== undefined || fields !== undefined, 'must define either `text` or `fields`');
}

function input(surface: Surface) {
  return block('input', {
    label: plain(2000),
    hint: plain(2000).optional(),
    optional: z.boolean().optional(),
    element: inputElement[surface],
    dispatch_action: z.boolean().optional(),
  }).refine(
    ({ element, dispatch_action: dispatches }) => !(dispatches && element.type === 'file_input'),
    '`dispatch_action` does not go with file_input',
  );
}

function common(surface: Surface) {
  const Actions = block('actions', { elements: z.array(actionsElement[surface]).min(1).max(25) });
  return [section(surface), Header, Image, Context, Divider, Actions, input(surface), RichText, Video, Card] as const;
}

/** Ten children at most, of these kinds only: no cards, no data tables, no charts. */
function container(surface: 'message' | 'home') {
  const [Section, , , , , Actions, Input] = common(surface);
  const child = z.discriminatedUnion('type', [
    Actions,
    Context,
    Divider,
    File,
    Header,
    Image,
    Input,
    RichText,
    Section,
    Table,
    Video,
  ]);
  return block('container', {
    title: plain(150).optional(),
    rich_text_title: RichText.optional(),
    subtitle: words(150).optional(),
    child_blocks: z.array(child).min(1).max(10),
    width: z.enum(['narrow', 'standard', 'wide', 'full']).optional(),
    icon: ImageElement.optional(),
    is_collapsible: z.boolean().optional(),
    default_collapsed: z.boolean().optional(),
    has_header_divider: z.boolean().optional(),
  });
}

/** The blocks that each surface takes; any other type is refused by name. */
export const blockOf = {
  message: z.discriminatedUnion('type', [
    ...common('message'),
    Carousel,
    container('message'),
    Table,
    DataTable,
    Chart,
    ContextActions,
    Task,
    Plan,
    Markdown,
    File,
  ]),
  modal: z.discriminatedUnion('type', [...common('modal'), Alert]),
  home: z.discriminatedUnion('type', [...common('home'), Carousel, container('home'), Table, DataTable]),
} as const satisfies Record<Surface, z.ZodType>;
