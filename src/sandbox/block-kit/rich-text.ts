import { z } from 'zod';
import { Id, limited } from './text.ts';

const style = { style: z.record(z.string(), z.boolean()).optional() };

const inline = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('text'), text: z.string().min(1), ...style }),
  z.strictObject({
    type: z.literal('link'),
    url: limited(3000),
    text: z.string().optional(),
    unsafe: z.boolean().optional(),
    ...style,
  }),
  z.strictObject({
    type: z.literal('emoji'),
    name: limited(255),
    unicode: z.string().optional(),
    url: z.string().optional(),
    ...style,
  }),
  z.strictObject({ type: z.literal('user'), user_id: limited(255), ...style }),
  z.strictObject({ type: z.literal('channel'), channel_id: limited(255), ...style }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: limited(255), ...style }),
  z.strictObject({ type: z.literal('team'), team_id: limited(255), ...style }),
  z.strictObject({ type: z.literal('broadcast'), range: z.enum(['here', 'channel', 'everyone']), ...style }),
  z.strictObject({ type: z.literal('color'), value: limited(255), ...style }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: limited(255),
    url: z.string().optional(),
    fallback: z.string().optional(),
    ...style,
  }),
]);

const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });
const border = { border: z.number().int().min(0).max(1).optional() };

export const RichText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: Id.optional(),
  elements: z
    .array(
      z.discriminatedUnion('type', [
        section,
        z.strictObject({
          type: z.literal('rich_text_list'),
          style: z.enum(['bullet', 'ordered']),
          elements: z.array(section),
          indent: z.number().int().min(0).max(8).optional(),
          offset: z.number().int().min(0).optional(),
          ...border,
        }),
        z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), ...border }),
        z.strictObject({
          type: z.literal('rich_text_preformatted'),
          elements: z.array(inline),
          language: z.string().optional(),
          ...border,
        }),
      ]),
    )
    .min(1),
});
