import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { Args } from './arguments.ts';
import { readArguments } from './arguments.ts';
import { breakOff, faultStatus } from './break-off.ts';
import type { Fault, FaultPlan } from './faults.ts';
import { receiveUpload, sendDownload } from './file-traffic.ts';
import type { JournalEntry } from './journal.ts';
import type { PageServer } from './page-server.ts';
import { respond } from './response-url.ts';
import type { Called, Tokens } from './web-api/call.ts';
import { call } from './web-api/call.ts';
import type { Workspace } from './workspace.ts';

export type ServerParts = {
  readonly workspace: Workspace;
  readonly tokens: Tokens;
  readonly issueTicket: () => string;
  readonly faults: FaultPlan;
  readonly record: (entry: JournalEntry) => void;
  readonly page: PageServer;
};

/** All that Slack does over HTTP: Web API, files, response addresses, and the sandbox's own page. */
export function handler(parts: ServerParts): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    route(parts, request, response).catch((error: unknown) => {
      // A bug of the sandbox shows as Slack's own failure; the message helps whoever looks.
      const body = { ok: false, error: 'fatal_error', detail: error instanceof Error ? error.stack : String(error) };
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  };
}

export function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => reject(new Error(`The sandbox cannot listen on port ${port}.`, { cause })));
    // Loopback only: whoever reaches the page can act as anybody.
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

async function route(parts: ServerParts, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', parts.workspace.origin);
  if (!isLocal(request))
    return void response.writeHead(403, { 'content-type': 'text/plain' }).end('The sandbox answers to 127.0.0.1 only.');
  const [, area = '', ...rest] = url.pathname.split('/');
  const last = rest.at(-1) ?? '';
  switch (area) {
    case 'api':
      return webApi(parts, request, response, url, rest.join('/'));
    case 'upload':
      return transfer(parts, response, {
        name: 'files.upload',
        file: last,
        run: () => receiveUpload(parts.workspace, last, request, response),
      });
    case 'files-pri': {
      const file = rest[0]?.split('-')[1] ?? '';
      const run = async () => sendDownload(parts.workspace, file, request, response);
      return transfer(parts, response, { name: 'files.download', file, run });
    }
    case 'actions':
      return responseUrl(parts, request, response, url, last);
    default:
      if (!(await parts.page(request, response, url))) response.writeHead(404).end('not found');
  }
}

/** A web page that has pointed its own name at this machine must not get in. */
function isLocal(request: IncomingMessage): boolean {
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return host === '127.0.0.1' || host === 'localhost';
}

async function webApi(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  name: string,
): Promise<void> {
  const { token: given, ...args } = await readArguments(request, url);
  const token = request.headers.authorization?.replace(/^Bearer /, '') ?? (typeof given === 'string' ? given : '');
  const run = () => call(parts.workspace, parts.tokens, parts.issueTicket, name, token, args);
  const fault = parts.faults.take(name);
  if (fault) return fail(parts, response, { name, args, run }, fault);
  const { answer, headers } = run();
  journal(parts, name, args, 200, answer);
  response
    .writeHead(200, { 'content-type': 'application/json; charset=utf-8', ...headers })
    .end(JSON.stringify(answer));
}

type Failing = { readonly name: string; readonly args: Args; readonly run: () => Called };

function fail(parts: ServerParts, response: ServerResponse, { name, args, run }: Failing, fault: Fault): void {
  const done = 'accepted' in fault && fault.accepted ? run().answer : undefined;
  const failure = { fault: fault.kind, ...(done ? { done } : {}) };
  journal(parts, name, args, faultStatus(fault), failure);
  breakOff(response, fault);
}

type Transfer = {
  readonly name: 'files.upload' | 'files.download';
  readonly file: string;
  readonly run: () => Promise<void>;
};

async function transfer(parts: ServerParts, response: ServerResponse, { name, file, run }: Transfer): Promise<void> {
  const fault = parts.faults.take(name);
  if (!fault) await run();
  const status = fault ? faultStatus(fault) : response.statusCode;
  journal(parts, name, { file }, status, fault ? { fault: fault.kind } : {});
  if (fault) breakOff(response, fault, parts.workspace.files.get(file)?.bytes);
}

async function responseUrl(
  parts: ServerParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
  id: string,
): Promise<void> {
  const args = await readArguments(request, url);
  const fault = parts.faults.take('response_url');
  const isTaken = !fault || ('accepted' in fault && fault.accepted === true);
  const { status, body } = isTaken ? respond(parts.workspace, id, args) : { status: 0, body: '' };
  journal(parts, 'response_url', args, fault ? faultStatus(fault) : status, fault ? { fault: fault.kind } : body);
  if (fault) breakOff(response, fault);
  else response.writeHead(status, { 'content-type': body === 'ok' ? 'text/plain' : 'application/json' }).end(body);
}

function journal(
  { record, workspace }: ServerParts,
  method: string,
  args: Args,
  status: number,
  answer: unknown,
): void {
  record({ kind: 'call', at: workspace.clock.now(), method, args, status, answer });
}
