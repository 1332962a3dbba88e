import { createHmac } from 'node:crypto';
import { record } from './arguments.ts';
import type { SandboxClock } from './clock.ts';

type Json = Readonly<Record<string, unknown>>;

/** What delivery hands over: an envelope as Socket Mode would carry it. */
type Envelope = {
  readonly envelope_id: string;
  readonly type: string;
  readonly payload: Json;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
};

/** Slack without Socket Mode: signed requests to the app's addresses, turn by turn when there are several. */
export type RequestUrls = {
  set(urls: readonly string[]): void;
  isSet(): boolean;
  send(envelope: Json): boolean;
};

export type RequestParts = {
  readonly clock: SandboxClock;
  readonly signingSecret: string;
  /** A 2xx answer acknowledges; what it carries is the acknowledgement's payload. */
  readonly onAck: (envelopeId: string, payload: Json) => void;
};

/** How HTTP names what Socket Mode calls otherwise. */
const REASONS: Readonly<Record<string, string>> = { timeout: 'http_timeout', connection_failed: 'connection_failed' };

export function requestUrls({ clock, signingSecret, onAck }: RequestParts): RequestUrls {
  let urls: readonly string[] = [];
  let turn = 0;

  async function post(url: string, envelope: Envelope): Promise<void> {
    const { body, type } = encoded(envelope);
    const timestamp = Math.floor(clock.now() / 1000);
    const signature = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const { retry_attempt: attempt = 0, retry_reason: reason = '' } = envelope;
    const retry =
      attempt > 0 ? { 'x-slack-retry-num': String(attempt), 'x-slack-retry-reason': REASONS[reason] ?? reason } : {};
    const signed = { 'x-slack-signature': `v0=${signature}`, 'x-slack-request-timestamp': String(timestamp) };
    const response = await fetch(url, { method: 'POST', body, headers: { 'content-type': type, ...signed, ...retry } });
    const answer = await response.text();
    if (response.ok) onAck(envelope.envelope_id, answerOf(answer));
  }

  return {
    set(given) {
      urls = given;
    },
    isSet: () => urls.length > 0,
    send(envelope) {
      const url = urls[turn++ % Math.max(1, urls.length)];
      if (url === undefined) return false;
      // An app that is down is one that does not acknowledge: delivery sees to it.
      post(url, envelope as Envelope).catch(() => undefined); // delivery makes no other shape
      return true;
    },
  };
}

/** Events are JSON, commands are a form, interactions are a form with one field. */
function encoded({ type, payload }: Envelope): { readonly body: string; readonly type: string } {
  if (type === 'events_api') return { body: JSON.stringify(payload), type: 'application/json' };
  const fields = type === 'slash_commands' ? payload : { payload: JSON.stringify(payload) };
  const pairs = Object.entries(fields).map(([key, value]) => [key, String(value)] as [string, string]);
  return { body: new URLSearchParams(pairs).toString(), type: 'application/x-www-form-urlencoded' };
}

/** A command may be answered with plain text. */
function answerOf(body: string): Json {
  if (body === '') return {};
  try {
    return record(JSON.parse(body));
  } catch {
    return { text: body };
  }
}
