import { setTimeout as pause } from 'node:timers/promises';
import type { App, ViewOutput } from '@slack/bolt';
import type { Reply } from '../../domain/reply.ts';
import { answersIn, carriedBy, errorsFor, viewOf } from './blocks/form.ts';
import { newCallId } from './calls.ts';
import type { Place } from './place.ts';
import { dispatched, type ListenerParts, named, stale } from './through.ts';

/** Slack waits three seconds for what is to happen to the form. */
const answerWithin = 2_500;

/** Forms that people submit: a mistake is shown under its question, anything else closes the form and is said where it was opened. */
export function listenToForms(app: App, parts: ListenerParts): void {
  app.view({ type: 'view_submission', callback_id: /.*/s }, async ({ ack, body, view }) => {
    const { carries, channel, thread } = carriedBy(view.private_metadata);
    const place: Place = {
      call: newCallId(),
      person: body.user.id,
      channel,
      thread,
      pressed: null,
      trigger: null,
      respond: null,
      home: false,
    };
    const reply = submitted(view, carries, place, body.user.team_id ?? body.team?.id ?? null, parts);
    const first = await Promise.race([reply, pause(answerWithin, null, { ref: false })]);
    const shown = first === null ? null : inForm(first, view, place);
    await (shown === null ? ack() : ack(shown));
    // closed by now: a mistake found too late is said as a message
    if (shown === null) await parts.answer(await reply, place);
  });
}

function submitted(
  view: ViewOutput,
  carries: string,
  place: Place,
  team: string | null,
  parts: ListenerParts,
): Promise<Reply> {
  const interaction = named(view.callback_id, 'modal', parts);
  if (interaction === null) return Promise.resolve(stale);
  return dispatched(interaction, place, 'modal', team, { carries, answers: answersIn(view.state.values) }, parts);
}

type InForm =
  | { response_action: 'errors'; errors: Record<string, string> }
  | { response_action: 'update'; view: ReturnType<typeof viewOf> };

/** What the form itself can show: errors, or the next form. Null for a reply that is said outside it. */
function inForm(reply: Reply, view: ViewOutput, { channel, thread }: Place): InForm | null {
  if (reply.kind === 'form') return { response_action: 'update', view: viewOf(reply.form, { channel, thread }) };
  if (reply.kind !== 'mend') return null;
  const errors = errorsFor(reply.errors, view.blocks);
  return Object.keys(errors).length > 0 ? { response_action: 'errors', errors } : null;
}
