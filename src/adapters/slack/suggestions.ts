import { setTimeout as pause } from 'node:timers/promises';
import type { App } from '@slack/bolt';
import type { Option } from '../../domain/reply.ts';
import { lookUp } from '../../engine/dispatch.ts';
import { option } from './blocks/controls.ts';
import { callerOf, newCallId } from './calls.ts';
import type { ListenerParts } from './through.ts';

/** Slack waits three seconds for what a list offers. */
const answerWithin = 2_500;

const nothing: readonly Option[] = [];

/** Lists whose entries are looked up while somebody types: https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element#external_select */
export function listenToTyping(app: App, { suggestions, ports, team: home }: ListenerParts): void {
  app.options<'block_suggestion'>({ type: 'block_suggestion', action_id: /.*/s }, async ({ ack, body }) => {
    const { user, team, channel, action_id, value } = body;
    const asked = suggestions.find(({ of }) => of === action_id);
    const caller = callerOf(user.id, user.team_id ?? team?.id ?? null, home);
    const call = { id: newCallId(), origin: 'typing', ...caller, channel: channel?.id ?? null, given: value } as const;
    const found = asked ? lookUp(asked, call, ports) : nothing;
    const offered = await Promise.race([found, pause(answerWithin, nothing, { ref: false })]);
    await ack({ options: offered.map(option) });
  });
}
