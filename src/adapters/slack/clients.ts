import { setTimeout as pause } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import type { Log } from '../../ports/log.ts';
import { quietLog } from './bolt-log.ts';

export type Client = webApi.WebClient;

/**
 * - `reads` may be repeated, so they are, a little.
 * - `posts` are never repeated by the library: Slack has no key that would make a second one harmless.
 * - `views` must be open within 3 s of the press, so nothing that waits may stand before them.
 * A client that meets a rate limit holds back all its calls; that is why these are three.
 */
export type Clients = { readonly reads: Client; readonly posts: Client; readonly views: Client };

export const slackApi = 'https://slack.com/api/';

export function slackClients(settings: {
  readonly botToken: string;
  readonly apiUrl: string | null;
  readonly log: Log;
}): Clients {
  const client = (options: webApi.WebClientOptions) =>
    new webApi.WebClient(settings.botToken, {
      slackApiUrl: settings.apiUrl ?? slackApi,
      logger: quietLog(settings.log),
      rejectRateLimitedCalls: true,
      ...options,
    });
  return {
    reads: client({ retryConfig: { retries: 3, factor: 2, minTimeout: 200, maxTimeout: 2_000 }, timeout: 10_000 }),
    posts: client({ retryConfig: { retries: 0 }, timeout: 15_000 }),
    views: client({ retryConfig: { retries: 0 }, timeout: 2_500 }),
  };
}

const mostPatience = 10;

/** Sends once more after a rate limit, which is the one failure that says "nothing was done": waits as long as Slack asks, if that is short. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (!(error instanceof webApi.WebAPIRateLimitedError) || error.retryAfter > mostPatience) throw error;
    await pause(error.retryAfter * 1000);
    return call();
  }
}
