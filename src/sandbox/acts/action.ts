import { z } from 'zod';
import type { Action, LookUp } from '../page-api.ts';

const ElementState = z.looseObject({ type: z.string() });
const Values = z.record(z.string(), z.record(z.string(), ElementState));
const At = z.union([z.object({ channel: z.string(), ts: z.string() }), z.object({ viewId: z.string() })]);

const Shape = z.discriminatedUnion('do', [
  z.object({ do: z.literal('post'), channel: z.string(), text: z.string(), threadTs: z.string().exactOptional() }),
  z.object({ do: z.literal('command'), channel: z.string(), command: z.string(), text: z.string() }),
  z.object({
    do: z.literal('press'),
    at: At,
    blockId: z.string(),
    actionId: z.string(),
    element: ElementState,
    values: Values,
  }),
  z.object({ do: z.literal('submit'), viewId: z.string(), values: Values }),
  z.object({ do: z.literal('close'), viewId: z.string() }),
  z.object({ do: z.literal('home') }),
  z.object({
    do: z.literal('shortcut'),
    callbackId: z.string(),
    channel: z.string().exactOptional(),
    ts: z.string().exactOptional(),
  }),
  z.object({ do: z.literal('delete-file'), file: z.string() }),
  z.object({ do: z.literal('read'), channel: z.string() }),
]);

const Typed = z.object({ at: At, blockId: z.string(), actionId: z.string(), query: z.string().max(1000) });

/** An action as the page sends it; undefined for anything else. */
export const parseAction = (body: string): Action | undefined => parsed(Shape, body);

/** What was typed into a menu, as the page sends it; undefined for anything else. */
export const parseLookUp = (body: string): LookUp | undefined => parsed(Typed, body);

function parsed<T>(shape: z.ZodType<T>, body: string): T | undefined {
  try {
    return shape.safeParse(JSON.parse(body)).data;
  } catch {
    return undefined; // not JSON
  }
}
