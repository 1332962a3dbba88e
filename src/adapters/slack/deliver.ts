import type { RespondArguments } from '@slack/bolt';
import type { Reply, Saying } from '../../domain/reply.ts';
import type { Log } from '../../ports/log.ts';
import { type Clients, patiently } from './clients.ts';
import { slackCode } from './faults.ts';
import type { Place } from './place.ts';
import { type Drawn, hasPicture, pictureFile, type Sender } from './send.ts';

type Said = Extract<Reply, { kind: 'say' }>;

/** One sentence to the person alone. */
export const sentence = (text: string): Said => ({
  kind: 'say',
  to: 'person',
  saying: { summary: text, parts: [{ part: 'text', text }] },
});

/** The ways of a saying to people. What Slack refuses for good is thrown as Slack's library throws it. */
export type Deliver = {
  say(said: Said, place: Place): Promise<void>;
  /** To one person in a channel; in their direct messages where Penny, or they, cannot be reached there. */
  whisper(channel: string, thread: string | null, person: string, saying: Saying): Promise<'there' | 'direct'>;
};

export type DeliverParts = { readonly clients: Clients; readonly sender: Sender; readonly log: Log };

export function delivery(parts: DeliverParts): Deliver {
  const whisper: Deliver['whisper'] = (channel, thread, person, saying) =>
    elsewhere(
      () => inChannel(channel, thread, person, saying, parts),
      () => direct(person, saying, parts),
    );
  return {
    whisper,
    async say(said, place) {
      const { saying } = said;
      if (said.replaces && place.pressed && (await replace(saying, place, place.pressed, parts))) return;
      if (said.to === 'channel' && place.channel) return aloud(saying, place, place.channel, parts);
      if (!hasPicture(saying) && (await respond(saying, place, {}, parts))) return;
      if (place.channel === null) return direct(place.person, saying, parts);
      const where = await whisper(place.channel, place.thread, place.person, saying);
      if (where === 'direct')
        await tell('Penny is not in this channel, so the answer is in your direct messages with it.', place, parts);
    },
  };
}

/** Slack's words for a channel in which Penny cannot speak to this person. */
const unreachable = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
]);

async function elsewhere(there: () => Promise<void>, direct: () => Promise<void>): Promise<'there' | 'direct'> {
  try {
    await there();
    return 'there';
  } catch (error) {
    if (!unreachable.has(slackCode(error) ?? '')) throw error;
    await direct();
    return 'direct';
  }
}

/** Private in a channel means ephemeral; direct messages are private anyway, so there it may stay. */
async function inChannel(
  channel: string,
  thread: string | null,
  user: string,
  saying: Saying,
  parts: DeliverParts,
): Promise<void> {
  if (channel.startsWith('D')) return post(channel, thread, saying, parts);
  const { posts } = parts.clients;
  await parts.sender.send(
    saying,
    (message) => patiently(() => posts.chat.postEphemeral({ channel, user, ...inThread(thread), ...message })),
    (picture) => file(picture, () => directChannel(user, parts), null, parts),
  );
}

async function direct(person: string, saying: Saying, parts: DeliverParts): Promise<void> {
  await post(await directChannel(person, parts), null, saying, parts);
}

export async function directChannel(person: string, { clients }: Pick<DeliverParts, 'clients'>): Promise<string> {
  const { channel } = await clients.reads.conversations.open({ users: person });
  if (!channel?.id) throw new Error('Slack opened a direct message without an id.');
  return channel.id;
}

async function post(channel: string, thread: string | null, saying: Saying, parts: DeliverParts): Promise<void> {
  const { posts } = parts.clients;
  await parts.sender.send(
    saying,
    (message) => patiently(() => posts.chat.postMessage({ channel, ...inThread(thread), ...message })),
    (picture) => file(picture, async () => channel, thread, parts),
  );
}

/** A picture as a file of its own. */
async function file(
  picture: Drawn,
  to: () => Promise<string>,
  thread: string | null,
  { clients }: DeliverParts,
): Promise<void> {
  const there = { channel_id: await to(), ...pictureFile(picture) };
  await clients.posts.filesUploadV2(thread === null ? there : { ...there, thread_ts: thread });
}

/** To everyone in the channel. Where Penny is no member, the response_url still speaks there, but cannot show a picture. */
async function aloud(saying: Saying, place: Place, channel: string, parts: DeliverParts): Promise<void> {
  const where = await elsewhere(
    () => post(channel, place.thread, saying, parts),
    async () => {
      if (!hasPicture(saying) && (await respond(saying, place, { response_type: 'in_channel' }, parts))) return;
      await direct(place.person, saying, parts);
      await tell(
        'Penny is not in this channel, so the answer is in your direct messages. Invite it with /invite to share here.',
        place,
        parts,
      );
    },
  );
  parts.log.debug({ call: place.call, where }, 'said aloud');
}

/** Puts the saying where the pressed button stood; false when that place is gone. */
async function replace(
  saying: Saying,
  place: Place,
  pressed: NonNullable<Place['pressed']>,
  parts: DeliverParts,
): Promise<boolean> {
  if (pressed.ephemeral) {
    // a response_url takes no picture of Penny's: the old message goes, a new one comes
    if (!hasPicture(saying)) return respond(saying, place, { replace_original: true }, parts);
    await place.respond?.({ delete_original: true });
    return false;
  }
  const { channel, ts } = pressed;
  try {
    await parts.sender.send(saying, (message) =>
      patiently(() => parts.clients.posts.chat.update({ channel, ts, ...message })),
    );
    return true;
  } catch (error) {
    if (!['message_not_found', 'cant_update_message', ...unreachable].includes(slackCode(error) ?? '')) throw error;
    return false;
  }
}

/** Answers by the response_url; false where there is none, or it is used up. */
async function respond(
  saying: Saying,
  place: Place,
  how: RespondArguments,
  { sender, log }: DeliverParts,
): Promise<boolean> {
  const { respond: answer, thread, call } = place;
  if (answer === null) return false;
  try {
    await sender.send(saying, (message) =>
      answer({ response_type: 'ephemeral', ...inThread(thread), ...message, ...how }),
    );
    return true;
  } catch (error) {
    log.warn({ err: error, call }, 'the response_url did not take an answer; another way is tried');
    return false;
  }
}

const tell = (text: string, place: Place, parts: DeliverParts) => respond(sentence(text).saying, place, {}, parts);

const inThread = (thread: string | null) => (thread === null ? {} : { thread_ts: thread });
