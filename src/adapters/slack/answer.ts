import type { Form, Reply, Saying } from '../../domain/reply.ts';
import type { Log } from '../../ports/log.ts';
import { viewOf } from './blocks/form.ts';
import type { Clients } from './clients.ts';
import { type Deliver, sentence } from './deliver.ts';
import { slackCode } from './faults.ts';
import type { Place } from './place.ts';
import { isRefusedBlock, type Sender } from './send.ts';

/** Brings a reply to where the call came from. Never throws: a delivery that fails is logged whole, and the person told if there is any way. */
export type Answer = (reply: Reply, place: Place) => Promise<void>;

export type AnswerParts = {
  readonly clients: Clients;
  readonly deliver: Deliver;
  readonly sender: Sender;
  readonly log: Log;
};

export function answers(parts: AnswerParts): Answer {
  return async (reply, place) => {
    try {
      await bring(reply, place, parts);
    } catch (error) {
      parts.log.error({ err: error, call: place.call, kind: reply.kind }, 'a reply could not be delivered');
      await apologise(place, parts);
    }
  };
}

async function bring(reply: Reply, place: Place, parts: AnswerParts): Promise<void> {
  switch (reply.kind) {
    case 'say':
      if (place.home) return publish(reply.saying, place, parts);
      return parts.deliver.say(reply, place);
    case 'form':
      return open(reply.form, place, parts);
    case 'mend':
      return parts.deliver.say(sentence(`Nothing was saved. ${Object.values(reply.errors).join(' ')}`), place);
    case 'quiet':
      return undefined;
  }
}

async function publish(saying: Saying, { person }: Place, { clients, sender }: AnswerParts): Promise<void> {
  await sender.publish(saying, (blocks) =>
    clients.reads.views.publish({ user_id: person, view: { type: 'home', blocks } }),
  );
}

/** Slack's words for a press that lies more than three seconds back. */
const tooLate = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
  'invalid_trigger_id',
]);

async function open(form: Form, place: Place, parts: AnswerParts): Promise<void> {
  const { clients, deliver } = parts;
  const { trigger, channel, thread } = place;
  if (trigger === null) throw new Error('A form was to be opened where nobody pressed anything.');
  try {
    await clients.views.views.open({ trigger_id: trigger, view: viewOf(form, { channel, thread }) });
  } catch (error) {
    if (form.picture && isRefusedBlock(error)) {
      // Slack may have lost the picture; the questions are what matters
      const { picture: _, ...rest } = form;
      return open(rest, place, parts);
    }
    if (!tooLate.has(slackCode(error) ?? '')) throw error;
    await deliver.say(
      sentence('Slack gives Penny three seconds to open a form, and they were over. Please try again.'),
      place,
    );
  }
}

async function apologise(place: Place, { deliver, log }: AnswerParts): Promise<void> {
  const sorry = sentence(
    `Penny has an answer, but Slack did not take it; it is logged. Try again, or quote ${place.call} to an admin.`,
  );
  await deliver
    .say(sorry, { ...place, pressed: null })
    .catch((error: unknown) => log.warn({ err: error, call: place.call }, 'nor could the person be told'));
}
