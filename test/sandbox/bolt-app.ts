import type { Logger } from '@slack/bolt';
import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import { WebClient } from '@slack/web-api';
import { afterEach } from 'vitest';
import type { Sandbox, SandboxOptions } from '../../src/sandbox/sandbox.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';

/** Dropped sockets are what these tests are about; Bolt's complaints about them are not. */
export const quiet: Logger = {
  debug() {},
  info() {},
  warn() {},
  error() {},
  setLevel() {},
  getLevel: () => LogLevel.ERROR,
  setName() {},
};

/** A sandbox that stops by itself after the test. */
const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

export async function sandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const started = await startSandbox({ fileProcessingMs: 40, ...options });
  open.push(() => started.stop());
  return started;
}

/** The real Bolt, as an app would use it, connected by Socket Mode. It waits `clientPingTimeout` before it reconnects. */
export async function boltApp(slack: Sandbox, set: (app: App) => void, clientPingTimeout = 5000): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger: quiet,
    clientPingTimeout,
    installerOptions: { clientOptions: { ...clientOptions } },
  });
  const app = new App({ token: slack.botToken, receiver, clientOptions, logger: quiet });
  set(app);
  await app.start();
  open.push(() => app.stop());
  return app;
}

/** A bare client that tries once and throws what Slack answers. */
export function webClient(slack: Sandbox, token = slack.botToken): WebClient {
  return new WebClient(token, {
    slackApiUrl: slack.apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: quiet,
  });
}

/** Slack's `ok: false` as data: its error code and what stands beside it. */
export async function refusal(call: Promise<unknown>): Promise<Record<string, unknown>> {
  const outcome = await call.then(
    (answer) => ({ answer }),
    (error: unknown) => error,
  );
  const { data } = outcome as { data?: Record<string, unknown> }; // a WebAPIPlatformError, else the test fails here
  if (!data) throw new Error(`Slack did not refuse: ${JSON.stringify(outcome)}`);
  return data;
}
