import type { Action, ActionResult, LookUp, Offered } from '../page-api.ts';

type Refused = { readonly ok: false; readonly error: string };

/** What is shared in one go: the bytes of one file, where it goes, and what is said with it. */
export type Upload = {
  readonly file: File;
  readonly channel: string;
  readonly threadTs?: string | undefined;
  readonly comment?: string | undefined;
};

export function sendAction(as: string, action: Action): Promise<ActionResult> {
  return post(`/sandbox/act?${query({ as })}`, JSON.stringify(action), 'application/json');
}

export function sendLookUp(as: string, typed: LookUp): Promise<Offered> {
  return post<Offered>(`/sandbox/look-up?${query({ as })}`, JSON.stringify(typed), 'application/json');
}

export function sendFile(as: string, { file, channel, threadTs, comment }: Upload): Promise<ActionResult> {
  const words = query({ as, channel, name: file.name, thread_ts: threadTs, comment });
  return post(`/sandbox/upload?${words}`, file, file.type || 'application/octet-stream');
}

export function sendSample(as: string, channel: string, name: string): Promise<ActionResult> {
  return post(`/sandbox/sample?${query({ as, channel, name })}`, null, 'text/plain');
}

function query(words: Readonly<Record<string, string | undefined>>): string {
  return new URLSearchParams(Object.entries(words).flatMap(([key, value]) => (value ? [[key, value]] : []))).toString();
}

async function post<T = ActionResult>(path: string, body: BodyInit | null, type: string): Promise<T | Refused> {
  try {
    const answer = await fetch(path, { method: 'POST', body, headers: { 'content-type': type } });
    // The server answers every one of these paths with what its contract says; anything else fails to parse.
    return (await answer.json()) as T;
  } catch {
    return { ok: false, error: 'The sandbox did not answer. See whether it is still running, then try again.' };
  }
}
