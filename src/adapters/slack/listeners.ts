import type { App, BlockAction } from '@slack/bolt';
import { route } from '../../engine/command.ts';
import { pressedBy } from './blocks/controls.ts';
import { newCallId, typed } from './calls.ts';
import { listenToForms } from './forms.ts';
import { unknownCommand } from './help.ts';
import type { Place } from './place.ts';
import { listenToTyping } from './suggestions.ts';
import { type ListenerParts, named, stale, through } from './through.ts';

/** Everything that people do in Slack but sharing files: each is acknowledged first, then becomes a call, then goes through the one door. */
export function listen(app: App, parts: ListenerParts): void {
  listenToCommands(app, parts);
  listenToButtons(app, parts);
  listenToShortcuts(app, parts);
  listenToForms(app, parts);
  listenToTyping(app, parts);
  listenToHome(app, parts);
  listenToWords(app, parts);
}

/** Any name: what is there is the registry's to say. */
const any = /.*/s;

const nowhere = { channel: null, thread: null, pressed: null, trigger: null, respond: null, home: false } as const;

function listenToCommands(app: App, parts: ListenerParts): void {
  app.command(
    any,
    async ({ ack, command: { command: slash, text, user_id, team_id, channel_id, trigger_id }, respond }) => {
      await ack();
      const place: Place = {
        ...nowhere,
        call: newCallId(),
        person: user_id,
        channel: channel_id,
        trigger: trigger_id,
        respond,
      };
      const asked = typed(text ?? '');
      const found = route(parts.commands, slash, asked);
      if (found === null) return parts.answer(unknownCommand(slash, asked, parts.commands), place);
      await through(found.command, place, 'command', team_id, found.rest, parts);
    },
  );
}

function listenToButtons(app: App, parts: ListenerParts): void {
  app.action({ type: 'block_actions', action_id: any }, async ({ ack, body, action, respond }) => {
    await ack();
    const { container, message } = body;
    const channel = body.channel?.id ?? null;
    const ts = word(container.message_ts);
    const place: Place = {
      ...nowhere,
      call: newCallId(),
      person: body.user.id,
      channel,
      thread: word(message?.thread_ts) ?? word(container.thread_ts),
      pressed: channel !== null && ts !== null ? { channel, ts, ephemeral: container.is_ephemeral === true } : null,
      trigger: body.trigger_id,
      respond: respond ?? null,
    };
    const { name, about } = pressedBy(action.action_id);
    const interaction = named(name, 'button', parts);
    const atHome = body.view?.type === 'home';
    if (interaction === null) {
      await parts.answer(stale, place);
      return atHome ? renewHome(place, parts) : undefined;
    }
    const given = action.type === 'static_select' ? { about, picked: action.selected_option?.value } : carried(action);
    await through(interaction, place, 'button', body.user.team_id ?? body.team?.id ?? null, given, parts);
    if (atHome) await renewHome(place, parts);
  });
}

/** Whatever came of a press there: the Home shows it, and no button that means nothing any more. */
function renewHome({ person }: Place, { ports }: ListenerParts): Promise<void> {
  return ports.store.queue.send({ name: 'renew-home', payload: { person }, key: person });
}

function listenToShortcuts(app: App, parts: ListenerParts): void {
  app.shortcut({ callback_id: any }, async ({ ack, shortcut, respond }) => {
    await ack();
    const { user, trigger_id } = shortcut;
    const place: Place = {
      ...nowhere,
      call: newCallId(),
      person: user.id,
      trigger: trigger_id,
      respond: respond ?? null,
    };
    const interaction = named(shortcut.callback_id, 'shortcut', parts);
    if (interaction === null) return parts.answer(stale, place);
    const team = user.team_id ?? shortcut.team?.id ?? null;
    if (shortcut.type !== 'message_action') return through(interaction, place, 'shortcut', team, {}, parts);
    const { channel, message } = shortcut;
    const given = { channel: channel.id, ts: message.ts, files: idsOf(message.files), text: word(message.text) ?? '' };
    await through(
      interaction,
      { ...place, channel: channel.id, thread: word(message.thread_ts) },
      'shortcut',
      team,
      given,
      parts,
    );
  });
}

function listenToHome(app: App, parts: ListenerParts): void {
  app.event('app_home_opened', async ({ event, body }) => {
    const interaction = parts.interactions.find(({ name }) => name === 'home-opened');
    if (event.tab !== 'home' || !interaction) return;
    const place: Place = { ...nowhere, call: body.event_id, person: event.user, home: true };
    await through(interaction, place, 'home', body.team_id, {}, parts);
  });
}

/** What somebody writes to Penny: in their messages with her, or where they mention her. Files are another matter, and so is what others' apps say. */
function listenToWords(app: App, parts: ListenerParts): void {
  const heard = async (said: { user?: string; channel: string; thread_ts?: string; text?: string }, body: Told) => {
    const interaction = parts.interactions.find(({ name }) => name === 'asked-in-words');
    if (!interaction || !said.user) return;
    const { user: person, channel, thread_ts } = said;
    const place: Place = { ...nowhere, call: body.event_id, person, channel, thread: thread_ts ?? null };
    await through(interaction, place, 'message', body.team_id, { text: withoutMentions(said.text ?? '') }, parts);
  };
  app.event('message', async ({ event, body }) => {
    if (event.channel_type === 'im' && event.subtype === undefined && event.bot_id === undefined)
      await heard(event, body);
  });
  app.event('app_mention', ({ event, body }) => (event.bot_id === undefined ? heard(event, body) : Promise.resolve()));
}

type Told = { readonly event_id: string; readonly team_id: string };

const withoutMentions = (text: string): string =>
  typed(text)
    .replaceAll(/<@[A-Z0-9]+>/g, ' ')
    .trim();

const carried = (action: BlockAction['actions'][number]): unknown => ('value' in action ? action.value : undefined);

const word = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

const idsOf = (files: unknown): readonly string[] =>
  Array.isArray(files) ? files.flatMap((file) => word(file?.id) ?? []) : [];
