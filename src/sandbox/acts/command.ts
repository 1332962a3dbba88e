import { channelRef, newTrigger } from '../interaction.ts';
import type { Action, ActionResult } from '../page-api.ts';
import { Refusal } from '../refusal.ts';
import { addressOf, applyResponse, newResponseUrl } from '../response-url.ts';
import type { Actor } from './act.ts';
import { ownChannel, refuse } from './act.ts';
import { linkedWithNames } from './mentions.ts';

/** A person types a slash command. Commands go out once; who gets no answer reads Slack's own error. */
export async function runCommand(actor: Actor, action: Action & { do: 'command' }): Promise<ActionResult> {
  const { workspace, person, delivery } = actor;
  const { command, text } = action;
  const known = workspace.seed.commands.find((one) => one.command === command);
  const channel = ownChannel(actor, action.channel);
  if (!channel) return refuse('You are not in this channel.');
  if (!known)
    return refuse(
      `${command} is not a valid command. In Slack, all messages that start with the “/” character are interpreted as commands.`,
    );
  const { team, app } = workspace.seed;
  const url = newResponseUrl(workspace, { user: person.id, channel: channel.id, threadTs: null, original: null });
  const reply = await delivery.ask('slash_commands', {
    token: 'verification-token-of-the-sandbox',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channelRef(channel).name,
    user_id: person.id,
    user_name: person.name,
    command,
    text: known.shouldEscape ? linkedWithNames(workspace, text.trim()) : text.trim(),
    api_app_id: app.id,
    is_enterprise_install: 'false',
    response_url: addressOf(workspace, url),
    trigger_id: newTrigger(workspace, person.id, null),
  });
  if (!reply.acked) return refuse(failure(command, reply.why));
  if (!reply.payload.text && !reply.payload.blocks) return { ok: true };
  try {
    applyResponse(workspace, url.id, reply.payload);
    return { ok: true };
  } catch (error) {
    if (error instanceof Refusal) return refuse(`${command} failed with the error “${error.code}”.`);
    throw error;
  }
}

function failure(command: string, why: 'no_socket' | 'timeout'): string {
  return why === 'timeout'
    ? `${command} failed because the app did not respond within 3 seconds (“operation_timeout”).`
    : `${command} failed because the app is not connected (“dispatch_failed”).`;
}
