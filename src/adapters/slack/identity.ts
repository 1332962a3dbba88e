import { setTimeout as pause } from 'node:timers/promises';
import { Fault } from '../../domain/fault.ts';
import type { Log } from '../../ports/log.ts';
import type { Client } from './clients.ts';
import { credentialErrors, slackCode, translated } from './faults.ts';

/** Who Penny is in this workspace, and what its token may do. */
export type Identity = {
  readonly user: string;
  readonly bot: string;
  readonly team: string;
  readonly scopes: readonly string[];
};

/** Asks Slack once and remembers the answer; a failure is not remembered, so that one bad moment does not last. */
export function identity(reads: Client): () => Promise<Identity> {
  let known: Identity | null = null;
  return async () => {
    known ??= await translated(async () => {
      const { user_id, bot_id, team_id, response_metadata } = await reads.auth.test();
      return { user: user_id ?? '', bot: bot_id ?? '', team: team_id ?? '', scopes: response_metadata?.scopes ?? [] };
    });
    return known;
  };
}

const longestWait = 30_000;

/**
 * Waits until Slack has told who Penny is: a network that is away at the start must not leave a deaf process behind.
 * Throws Fault('invalid') for a token that Slack refuses: waiting does not cure that.
 */
export async function identified(ask: () => Promise<Identity>, log: Log, signal: AbortSignal): Promise<Identity> {
  for (let wait = 500; ; wait = Math.min(wait * 2, longestWait)) {
    try {
      return await ask();
    } catch (error) {
      const code = slackCode(error instanceof Fault ? error.cause : error);
      if (code !== null && credentialErrors.has(code)) {
        throw new Fault('invalid', `Slack refuses the bot token (${code}). Check SLACK_BOT_TOKEN.`, { cause: error });
      }
      log.warn({ err: error, again: wait }, 'Slack did not say who Penny is; asking again');
      await pause(wait, undefined, { signal });
    }
  }
}
