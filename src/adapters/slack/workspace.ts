import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../domain/fault.ts';
import type { Saying } from '../../domain/reply.ts';
import type { NamedPicture, SlackChannel, Workspace } from '../../ports/workspace.ts';
import { attach } from './attach.ts';
import { type Clients, patiently } from './clients.ts';
import { type Deliver, directChannel } from './deliver.ts';
import { type DownloadSettings, fetched } from './download.ts';
import { translated, unless } from './faults.ts';
import type { Identity } from './identity.ts';
import { slackPerson } from './person.ts';
import { type Message, pictureFile, type Sender } from './send.ts';
import { sharedFile } from './shared-file.ts';

export type WorkspaceParts = {
  readonly clients: Clients;
  readonly sender: Sender;
  readonly deliver: Deliver;
  readonly identity: () => Promise<Identity>;
  readonly download: DownloadSettings;
};

/** Names the metadata by which a delivery is found again. */
const deliveryEvent = 'penny_delivery';

export function slackWorkspace({ clients, sender, deliver, identity, download }: WorkspaceParts): Workspace {
  const { reads, posts } = clients;
  return {
    file: (id, channel) =>
      translated(async () => {
        const { file } = await reads.files.info({ file: id });
        if (!file) throw new Fault('missing', 'Slack does not know that file any more. Share it again.');
        return sharedFile(file, channel);
      }),
    fetch: (file, work) => fetched(file, download, work),
    person: (id) =>
      unless(['user_not_found', 'users_not_found', 'user_not_visible'], null, async () => {
        const [{ user }, { team }] = [await reads.users.info({ user: id }), await identity()];
        return user ? slackPerson({ ...user }, team) : null;
      }),
    channel: (id) =>
      unless(['channel_not_found'], null, async () => {
        const { channel } = await reads.conversations.info({ channel: id });
        return channel ? slackChannel(channel) : null;
      }),
    post: (channel, thread, saying, delivery) =>
      translated(() => postOnce(channel, thread, saying, delivery, clients, sender)),
    update: (channel, ts, saying) =>
      translated(async () => {
        await sender.send(saying, (message) => patiently(() => posts.chat.update({ channel, ts, ...whole(message) })));
      }),
    delivered: (channel, thread, delivery) => delivered(channel, thread, delivery, clients),
    async mark(channel, ts, mark, others) {
      const at = { channel, timestamp: ts };
      await unless(['already_reacted'], null, () => patiently(() => posts.reactions.add({ ...at, name: mark })));
      for (const name of others)
        await unless(['no_reaction'], null, () => patiently(() => posts.reactions.remove({ ...at, name })));
    },
    upload: (picture) => translated(() => uploadPicture(picture, clients)),
    attach: (channel, thread, file) =>
      translated(() => attach(channel, thread, file, { clients, temp: download.temp })),
    directMessages: (person) => translated(() => directChannel(person, { clients })),
    whisper: (channel, person, saying) =>
      translated(async () => {
        await deliver.whisper(channel, null, person, saying);
      }),
    publishHome: (person, saying, hash) => publishHome(person, saying, hash, clients, sender),
    permalink: permalinks(clients),
    filesSince: (channel, since) => translated(() => filesSince(channel, since, clients, identity)),
  };
}

type SlackConversation = {
  readonly name?: string;
  readonly is_member?: boolean;
  readonly is_archived?: boolean;
  readonly is_ext_shared?: boolean;
};

const slackChannel = ({ name = '', ...is }: SlackConversation): SlackChannel => ({
  name,
  isMember: is.is_member === true,
  isArchived: is.is_archived === true,
  isShared: is.is_ext_shared === true,
});

/** Milliseconds to look whether Slack has taken a picture in. Until then a message with it is refused; afterwards it may still be, and goes without. */
const looks = [100, 200, 400, 800, 1600, 3000];

async function uploadPicture({ bytes, name, alt }: NamedPicture, { reads, posts }: Clients): Promise<string> {
  const file = { file: Buffer.from(bytes), filename: name, alt_text: alt.slice(0, 1000) };
  const { files } = await patiently(() => posts.filesUploadV2(file));
  const id = files[0]?.files?.[0]?.id;
  if (!id) throw new Error('Slack took a picture without saying its id.');
  for (const rest of looks) {
    const { file: seen } = await reads.files.info({ file: id });
    if (seen?.mimetype) break;
    await pause(rest);
  }
  return id;
}

async function postOnce(
  channel: string,
  thread: string | null,
  saying: Saying,
  delivery: string,
  { posts }: Clients,
  sender: Sender,
): Promise<string> {
  const metadata = { event_type: deliveryEvent, event_payload: { delivery_id: delivery } };
  const place = { channel, ...(thread === null ? {} : { thread_ts: thread }) };
  const { ts } = await sender.send(
    saying,
    (message) => patiently(() => posts.chat.postMessage({ ...place, ...message, metadata })),
    (picture) =>
      posts.filesUploadV2(
        thread === null
          ? { channel_id: channel, ...pictureFile(picture) }
          : { channel_id: channel, thread_ts: thread, ...pictureFile(picture) },
      ),
  );
  if (!ts) throw new Error('Slack took a message without saying where it stands.');
  return ts;
}

/** An update without blocks must take the old ones away. */
const whole = (message: Message) => ({ ...message, blocks: message.blocks ?? [] });

/** The hash is Slack's own way to keep an older view from taking the place of a newer one. https://docs.slack.dev/reference/methods/views.publish */
function publishHome(
  person: string,
  saying: Saying,
  hash: string | null,
  { reads }: Clients,
  sender: Sender,
): Promise<string | null> {
  const last = hash === null ? {} : { hash };
  return unless(['hash_conflict'], null, async () => {
    const { view } = await sender.publish(saying, (blocks) =>
      patiently(() => reads.views.publish({ user_id: person, view: { type: 'home', blocks }, ...last })),
    );
    if (!view?.hash) throw new Error('Slack published a Home without saying its hash.');
    return view.hash;
  });
}

const mostLinks = 2_000;

/** A link never changes, and a Home shows the same ones each time: those asked for last are remembered. */
function permalinks({ reads }: Clients): Workspace['permalink'] {
  const known = new Map<string, string>();
  return (channel, ts) =>
    unless(['message_not_found', 'channel_not_found'], null, async () => {
      const key = `${channel} ${ts}`;
      const link = known.get(key) ?? (await reads.chat.getPermalink({ channel, message_ts: ts })).permalink ?? null;
      known.delete(key);
      if (link !== null) known.set(key, link);
      for (const oldest of known.keys()) {
        if (known.size <= mostLinks) break;
        known.delete(oldest);
      }
      return link;
    });
}

/** Looks through the newest messages of the thread or channel. Penny may lack the right to look: then nobody knows. */
function delivered(
  channel: string,
  thread: string | null,
  delivery: string,
  { reads }: Clients,
): Promise<string | null> {
  const closed = ['missing_scope', 'not_in_channel', 'channel_not_found', 'thread_not_found', 'not_allowed_token_type'];
  return unless(closed, null, async () => {
    const how = { channel, include_all_metadata: true, limit: 200 };
    const { messages = [] } =
      thread === null
        ? await reads.conversations.history(how)
        : await reads.conversations.replies({ ...how, ts: thread });
    return messages.find((message) => deliveryOf(message) === delivery)?.ts ?? null;
  });
}

/** The library's types do not know of metadata in histories. */
function deliveryOf(message: object): unknown {
  const { metadata } = message as { metadata?: { event_type?: string; event_payload?: { delivery_id?: unknown } } };
  return metadata?.event_type === deliveryEvent ? metadata.event_payload?.delivery_id : undefined;
}

const perPage = 100;

async function filesSince(
  channel: string,
  since: Date,
  { reads }: Clients,
  identity: () => Promise<Identity>,
): Promise<readonly { readonly id: string; readonly user: string }[]> {
  const { user: penny } = await identity();
  const found: { readonly id: string; readonly user: string; readonly at: number }[] = [];
  for (let page = 1, pages = 1; page <= pages; page += 1) {
    const ts_from = String(Math.floor(since.getTime() / 1000));
    const { files = [], paging } = await reads.files.list({ channel, ts_from, count: perPage, page });
    pages = paging?.pages ?? 1;
    for (const { id, user, created = 0 } of files)
      if (id && user && user !== penny) found.push({ id, user, at: created });
  }
  return found.sort((a, b) => a.at - b.at).map(({ id, user }) => ({ id, user }));
}
