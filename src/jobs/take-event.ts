import { z } from 'zod';
import { dispatch } from '../engine/dispatch.ts';
import type { Interaction } from '../engine/interaction.ts';
import { type Job, job } from '../engine/job.ts';

/** An event as the Slack adapter kept it: which interaction it is for, and the call. */
const Kept = z.object({
  entry: z.string(),
  call: z.object({
    id: z.string(),
    origin: z.enum(['file', 'home', 'shortcut']),
    by: z.string(),
    team: z.string().nullable(),
    channel: z.string().nullable(),
    given: z.unknown(),
  }),
});

/** Hands an event from the inbox to what it is for. What the person must hear (a refusal) is whispered where it happened. */
export const takeEvent = (interactions: readonly Interaction[]): Job =>
  job({
    name: 'take-event',
    payload: z.object({ event: z.string() }),
    attempts: 8,
    timeoutSeconds: 30,
    concurrency: 5,

    async run({ event: id }, ports) {
      const event = await ports.store.inbox.event(id);
      if (event === null) return;
      const { entry: name, call } = Kept.parse(event.body);
      const interaction = interactions.find((one) => one.name === name);
      if (interaction && (interaction.concerns?.(call, ports.settings) ?? true)) {
        const reply = await dispatch(interaction, call, ports);
        if (reply.kind === 'say' && call.channel) await ports.workspace.whisper(call.channel, call.by, reply.saying);
      }
      await ports.store.inbox.handled(id);
    },
  });
