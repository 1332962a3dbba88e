/**
 * - `invalid`: what the person gave cannot be used; the message says what would do.
 * - `forbidden`: the person may not; the message says whom to ask.
 * - `missing`: there is no such thing (any more).
 * - `conflict`: it is not in a state that allows this, or somebody was faster.
 * - `unavailable`: something outside is away; trying again later helps.
 */
export type FaultCode = 'invalid' | 'forbidden' | 'missing' | 'conflict' | 'unavailable';

/** What people and the outside world do wrong. The message is one sentence for the person, with the next step. Anything else thrown is a bug. */
export class Fault extends Error {
  readonly code: FaultCode;

  constructor(code: FaultCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
  }
}
