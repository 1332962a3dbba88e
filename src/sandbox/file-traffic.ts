import type { IncomingMessage, ServerResponse } from 'node:http';
import { readUpload } from './arguments.ts';
import { kindOf } from './file-shape.ts';
import { canReach } from './web-api/files.ts';
import type { Workspace } from './workspace.ts';
import { isReady } from './workspace.ts';

/** Slack does not answer 401 or 403 here: who may not have the file gets the sign-in page, with status 200. */
const LOGIN_PAGE =
  '<!DOCTYPE html><html lang="en"><head><title>Slack</title></head><body><h1>Sign in to Penny &amp; Co</h1></body></html>';

/** Bytes for a file that files.getUploadURLExternal has announced. */
export async function receiveUpload(
  workspace: Workspace,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const bytes = await readUpload(request);
  const file = workspace.files.get(id);
  if (!file?.pending) return void response.writeHead(404).end('not found');
  workspace.files.set(id, { ...file, bytes });
  response.writeHead(200, { 'content-type': 'text/plain' }).end(`OK - ${bytes.length}`);
}

/** `url_private` and `url_private_download`, for the app alone. */
export function sendDownload(
  workspace: Workspace,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const file = workspace.files.get(id);
  const allowed =
    request.headers.authorization === `Bearer ${workspace.botToken}` && workspace.seed.scopes.includes('files:read');
  if (!file || !allowed || file.pending || !canReach(workspace, file)) {
    sendLoginPage(response);
    return;
  }
  if (file.deleted) {
    response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' }).end('File deleted');
    return;
  }
  const type = isReady(workspace, file) ? kindOf(file.name).mimetype : 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'content-length': file.bytes.length }).end(file.bytes);
}

export function sendLoginPage(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(LOGIN_PAGE);
}
