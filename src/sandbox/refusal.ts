/** Slack says no: becomes `{ok: false, error, ...more}` with status 200. */
export class Refusal extends Error {
  readonly code: string;
  readonly more: Readonly<Record<string, unknown>>;

  constructor(code: string, more: Readonly<Record<string, unknown>> = {}) {
    super(`Slack refuses: ${code}`);
    this.name = 'Refusal';
    this.code = code;
    this.more = more;
  }
}

/** Details in the form Slack gives them; each message should end in `[json-pointer:/…]`. */
export function refusalWith(code: string, messages: readonly string[]): Refusal {
  const details = { response_metadata: { messages: messages.map((message) => `[ERROR] ${message}`) } };
  return new Refusal(code, code === 'invalid_blocks' ? { errors: messages, ...details } : details);
}
