/** Where a call came from; the audit log keeps it. */
export type Origin =
  | 'command'
  | 'button'
  | 'modal'
  | 'shortcut'
  | 'file'
  | 'home'
  | 'typing'
  | 'message'
  | 'job'
  | 'terminal';

/**
 * One request as it arrived, before anybody looked at what it asks for.
 * `by` is the Slack user as Slack authenticated it; `channel` where it was made, if anywhere; `given` what came with it: the words of a command, the value of
 * a button, the answers of a modal by question.
 */
export type Call = {
  readonly id: string;
  readonly origin: Origin;
  readonly by: string;
  readonly team: string | null;
  readonly channel: string | null;
  readonly given: unknown;
};
