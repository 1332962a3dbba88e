import type { Sandbox } from '../../src/sandbox/sandbox.ts';

/** Slack's Web API by bare fetch: the least that a call can cost. Answers whatever Slack does, refusals too. */
export type WebApi = {
  call(method: string, args: Readonly<Record<string, string>>): Promise<unknown>;
  download(url: string): Promise<Uint8Array>;
  upload(url: string, bytes: Uint8Array): Promise<void>;
};

export function webApi({ apiUrl, botToken }: Sandbox): WebApi {
  const headers = { authorization: `Bearer ${botToken}` };
  return {
    async call(method, args) {
      const answer = await fetch(apiUrl + method, { method: 'POST', headers, body: new URLSearchParams(args) });
      return answer.json();
    },
    async download(url) {
      return new Uint8Array(await (await fetch(url, { headers })).arrayBuffer());
    },
    async upload(url, bytes) {
      await (await fetch(url, { method: 'POST', body: Buffer.from(bytes) })).text();
    },
  };
}
