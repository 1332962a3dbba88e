import { z } from 'zod';

/** The limits are Slack's, as https://docs.slack.dev/reference/block-kit states them. */
export const limited = (most: number) => z.string().min(1).max(most);

export const plain = (most: number) =>
  z.strictObject({ type: z.literal('plain_text'), text: limited(most), emoji: z.boolean().optional() });

const mrkdwn = (most: number) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: limited(most), verbatim: z.boolean().optional() });

export const words = (most: number) => z.discriminatedUnion('type', [plain(most), mrkdwn(most)]);

export const Id = limited(255);
export const Style = z.enum(['primary', 'danger']);

export const Confirm = z.strictObject({
  title: plain(100).optional(),
  text: words(300),
  confirm: plain(30).optional(),
  deny: plain(30).optional(),
  style: Style.optional(),
});

/** Value: 150 in the docs, 75 in Slack's own types. The narrower one holds in any case. */
export const Option = z.strictObject({
  text: words(75),
  value: limited(75),
  description: words(75).optional(),
  url: limited(3000).optional(),
});

export const PlainOption = z.strictObject({ ...Option.shape, text: plain(75), description: plain(75).optional() });

const SlackFile = z
  .strictObject({
    id: z
      .string()
      .regex(/^F[A-Z0-9]{8,}$/)
      .optional(),
    url: limited(3000).optional(),
  })
  .refine(({ id, url }) => (id === undefined) !== (url === undefined), 'exactly one of id and url is needed');

/** A picture from a public address or from a file of Slack's, never both. */
export const picture = {
  alt_text: limited(2000),
  image_url: limited(3000).optional(),
  slack_file: SlackFile.optional(),
};

export function hasOneSource(image: { readonly image_url?: unknown; readonly slack_file?: unknown }): boolean {
  return (image.image_url === undefined) !== (image.slack_file === undefined);
}

export const ONE_SOURCE = 'must define either `image_url` or `slack_file`';

export const ImageElement = z.strictObject({ type: z.literal('image'), ...picture }).refine(hasOneSource, ONE_SOURCE);
