import { randomBytes } from 'node:crypto';
import type { Call } from '../../domain/call.ts';

/** Short enough to be read out to an admin. */
export const newCallId = (): string => randomBytes(6).toString('hex');

/**
 * Who called, as Slack authenticated them. Somebody of another workspace (Slack Connect) gets a name that no directory holds: a user id alone does
 * not say whose it is.
 */
export const callerOf = (user: string, team: string | null, home: string): Pick<Call, 'by' | 'team'> => ({
  by: team === null || team === home ? user : `${team}:${user}`,
  team,
});

/**
 * A command's text as the person typed it: Slack sends addresses as links and escapes three signs
 * (https://docs.slack.dev/interactivity/implementing-slash-commands). Mentions stay `<@U…>` and `<#C…>`, without the name.
 */
export const typed = (text: string): string =>
  text
    .replaceAll(/<(?:https?|mailto):[^>|]*\|([^>]*)>/g, '$1')
    .replaceAll(/<(https?:[^>|]*|mailto:[^>|]*)>/g, '$1')
    .replaceAll(/<([@#][A-Z0-9]+)\|[^>]*>/g, '<$1>')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
