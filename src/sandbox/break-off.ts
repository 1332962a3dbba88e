import type { ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import { sendLoginPage } from './file-traffic.ts';

/** The status that a fault answers with; 0 when it answers nothing. */
export function faultStatus(fault: Fault): number {
  const statuses = { ratelimited: 429, error: 200, hang: 0, reset: 0, 'login-page': 200, 'cut-off': 200 };
  return fault.kind === 'status' ? fault.status : statuses[fault.kind];
}

/** Answers as the fault says. A hanging answer stays open until the app gives up, or the sandbox stops. */
export function breakOff(response: ServerResponse, fault: Fault, bytes: Buffer = Buffer.alloc(0)): void {
  const json = { 'content-type': 'application/json; charset=utf-8' };
  const body = (error: string) => JSON.stringify({ ok: false, error });
  switch (fault.kind) {
    case 'hang':
      break;
    case 'reset':
      response.destroy();
      break;
    case 'status':
      response.writeHead(fault.status, json).end(body('internal_error'));
      break;
    case 'error':
      response.writeHead(200, json).end(body(fault.error));
      break;
    case 'ratelimited':
      response.writeHead(429, { ...json, 'retry-after': String(fault.retryAfterS) }).end(body('ratelimited'));
      break;
    case 'login-page':
      sendLoginPage(response);
      break;
    case 'cut-off':
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
      response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
  }
}
