import type { Args } from '../arguments.ts';
import { Refusal } from '../refusal.ts';
import type { Workspace } from '../workspace.ts';
import { account } from './account.ts';
import { chat } from './chat.ts';
import { conversations } from './conversations.ts';
import { files } from './files.ts';
import type { Answer, Method, Methods } from './method.ts';
import { reactions } from './reactions.ts';
import { users } from './users.ts';
import { views } from './views.ts';

export type Called = { readonly answer: Answer; readonly headers: Readonly<Record<string, string>> };

export type Tokens = { readonly bot: string; readonly app: string };

const methods: Methods = { ...account, ...chat, ...conversations, ...files, ...reactions, ...users, ...views };

/** The one method for an app-level token. */
const CONNECT = 'apps.connections.open';

/** Answers one call as Slack would; what Slack refuses is an answer too, never an exception. */
export function call(
  workspace: Workspace,
  tokens: Tokens,
  issueTicket: () => string,
  name: string,
  token: string,
  args: Args,
): Called {
  const scopes = workspace.seed.scopes;
  const method = methods[name];
  const needed = method ? neededScopes(workspace, method, args) : [];
  const forBot = { 'x-oauth-scopes': scopes.join(','), 'x-accepted-oauth-scopes': needed.join(',') };
  try {
    if (name === CONNECT)
      return { answer: connect(tokens, issueTicket, token), headers: { 'x-oauth-scopes': 'connections:write' } };
    if (!method) return { answer: { ok: false, error: 'unknown_method', req_method: name }, headers: {} };
    if (name !== 'api.test') checkToken(token, tokens.bot, tokens.app);
    const missing = needed.filter((scope) => !scopes.includes(scope));
    if (missing.length > 0)
      throw new Refusal('missing_scope', { needed: missing.join(','), provided: scopes.join(',') });
    return { answer: method.run(workspace, args), headers: forBot };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { answer: { ok: false, error: error.code, ...error.more }, headers: forBot };
  }
}

function neededScopes(workspace: Workspace, method: Method, args: Args): readonly string[] {
  try {
    return typeof method.scopes === 'function' ? method.scopes(workspace, args) : (method.scopes ?? []);
  } catch (error) {
    if (error instanceof Refusal) return []; // bad arguments: the method itself will say so
    throw error;
  }
}

function connect(tokens: Tokens, issueTicket: () => string, token: string): Answer {
  checkToken(token, tokens.app, tokens.bot);
  return { ok: true, url: issueTicket() };
}

function checkToken(given: string, right: string, wrongKind: string): void {
  if (given === '') throw new Refusal('not_authed');
  if (given === wrongKind) throw new Refusal('not_allowed_token_type');
  if (given !== right) throw new Refusal('invalid_auth');
}
