import { WebClient } from '@slack/web-api';
import { WebSocket } from 'ws';
import type { JournalEntry } from '../../src/sandbox/journal.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { channelIds, defaultWorkspace, userIds } from '../../src/sandbox/seed.ts';

type Json = Readonly<Record<string, unknown>>;

/** One thing the sandbox said, and the recording it should be like: `api/chat.delete`, `events/FileSharedPayload`. */
export type Said = { readonly sample: string; readonly said: Json };

const SCOPES = [
  'channels:history',
  'groups:history',
  'im:history',
  'reactions:read',
  'im:read',
  'channels:join',
  'team:read',
  'app_mentions:read',
];
const EVENTS = ['message.channels', 'message.im', 'reaction_added', 'reaction_removed', 'app_mention', 'channel_left'];
const words = (text: string) => ({ type: 'plain_text', text });
const { finance, general, invoices } = channelIds;

/** Plays everything the sandbox can say once, over the wire, and collects it. */
export async function rehearse(): Promise<readonly Said[]> {
  const { scopes, events } = defaultWorkspace;
  const sandbox = await startSandbox({
    fileProcessingMs: 0,
    workspace: { scopes: [...scopes, ...SCOPES], events: [...events, ...EVENTS] },
  });
  const socket = await connect(sandbox);
  const client = new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });
  await readAll(client);
  await talk(sandbox, client);
  await press(sandbox, client);
  manage(sandbox);
  socket.terminate();
  await sandbox.stop();
  return sandbox.journal.flatMap(sampleOf);
}

/** The least an app can be: acknowledges everything. */
async function connect(sandbox: Sandbox): Promise<WebSocket> {
  const client = new WebClient(sandbox.appToken, { slackApiUrl: sandbox.apiUrl });
  const { url = '' } = await client.apps.connections.open();
  const socket = new WebSocket(url);
  await new Promise((resolve) => socket.once('message', resolve));
  socket.on('message', (data) => {
    const { envelope_id: id } = JSON.parse(String(data));
    if (id) socket.send(JSON.stringify({ envelope_id: id, payload: {} }));
  });
  return socket;
}

async function readAll(client: WebClient): Promise<void> {
  await client.auth.test();
  await client.team.info();
  await client.bots.info({ bot: defaultWorkspace.app.botId });
  await client.users.list({});
  for (const user of Object.values(userIds)) await client.users.info({ user });
  await client.users.conversations({ types: 'public_channel,im' });
  await client.conversations.list({ types: 'public_channel,private_channel,im' });
  for (const channel of Object.values(channelIds))
    await client.conversations.info({ channel, include_num_members: true });
  await client.conversations.members({ channel: finance });
  await client.conversations.open({ users: userIds.ada, return_im: true });
  await client.conversations.join({ channel: general });
}

async function talk(sandbox: Sandbox, client: WebClient): Promise<void> {
  const { ts = '' } = await client.chat.postMessage({ channel: finance, text: 'one' });
  await client.chat.postMessage({ channel: finance, text: 'reply', thread_ts: ts });
  await client.chat.postEphemeral({ channel: finance, user: userIds.ben, text: 'private' });
  await client.chat.update({ channel: finance, ts, text: 'two' });
  await client.chat.getPermalink({ channel: finance, message_ts: ts });
  await client.reactions.add({ channel: finance, timestamp: ts, name: 'eyes' });
  await client.reactions.get({ channel: finance, timestamp: ts });
  await client.conversations.history({ channel: finance });
  await client.reactions.remove({ channel: finance, timestamp: ts, name: 'eyes' });
  await client.filesUploadV2({ channel_id: finance, filename: 'a.png', content: 'x', alt_text: 'x', thread_ts: ts });
  await client.chat.delete({ channel: finance, ts });
  const ben = sandbox.as('ben');
  await ben.types(`<@${userIds.bot}> hello`, 'finance');
  const shared = await ben.shares({ name: 'bill.pdf', bytes: Buffer.from('x') }, 'invoices', { comment: 'May' });
  const file = shared.ok ? (shared.file ?? '') : '';
  await client.files.info({ file });
  await ben.deletesFile(file);
  await ben.types('/spend', 'finance');
}

async function press(sandbox: Sandbox, client: WebClient): Promise<void> {
  const ben = sandbox.as('ben');
  const blocks = [{ type: 'actions', elements: [{ type: 'button', action_id: 'go', text: words('Go'), value: '1' }] }];
  const input = { type: 'input', label: words('Net'), element: { type: 'plain_text_input', action_id: 'net' } };
  const view = {
    type: 'modal' as const,
    title: words('Bill'),
    submit: words('Save'),
    notify_on_close: true,
    blocks: [...blocks, input],
  };
  await client.views.publish({ user_id: ben.id, view: { type: 'home', blocks } });
  await ben.opensHome();
  const { ts = '' } = await client.chat.postMessage({ channel: invoices, text: 'Bill', blocks });
  await ben.presses('Go', { channel: 'invoices' });
  const trigger = () =>
    String(
      sandbox.journal.flatMap((entry) => (entry.kind === 'envelope' ? (entry.payload.trigger_id ?? []) : [])).at(-1),
    );
  await client.apiCall('views.open', { trigger_id: trigger(), view });
  await ben.presses('Go');
  await client.apiCall('views.push', { trigger_id: trigger(), view });
  await client.apiCall('views.update', { view_id: ben.sees().modals[1]?.id, view });
  await ben.submits({ Net: '1' });
  await ben.closes();
  await ben.uses('Read as invoice', { channel: invoices, ts });
}

function manage({ admin }: Sandbox): void {
  admin.changePerson(userIds.cleo, { isRestricted: true });
  admin.join(general, userIds.gus, userIds.ada);
  admin.leave(general, userIds.gus);
  admin.leave(general, userIds.bot);
}

const INTERACTIVE: Readonly<Record<string, string>> = {
  block_actions: 'interactive-components/BlockActionPayload',
  message_action: 'interactive-components/MessageShortcutPayload',
  view_submission: 'views/ViewSubmissionPayload',
  view_closed: 'views/ViewClosedPayload',
};

function sampleOf(entry: JournalEntry): readonly Said[] {
  if (entry.kind === 'call') return [{ sample: `api/${entry.method}`, said: entry.answer as Json }]; // answers are objects
  if (entry.kind !== 'envelope') return [];
  const { type, payload: said } = entry;
  if (type === 'slash_commands') return [{ sample: 'app-backend/slash-commands/SlashCommandPayload', said }];
  if (type === 'interactive') return [{ sample: `app-backend/${INTERACTIVE[String(said.type)] ?? said.type}`, said }];
  const event = said.event as { readonly type: string; readonly subtype?: string }; // as events.ts makes them
  const name = event.type === 'message' ? (event.subtype ?? 'message').replace(/^(?!message)/, 'message_') : event.type;
  return [
    { sample: `events/${name.replaceAll(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase())}Payload`, said },
  ];
}
