/** The one host from which Slack serves its files. Connected services (Google Drive and others) put theirs into the same field: never there. */
export const slackFileHosts: readonly string[] = ['files.slack.com'];

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * The address as it may be asked with the bot token, or null. The host (with its port, if it is not https's own) must be on the list letter by letter;
 * no user name or password may stand in it. Plain http is for a listed host on this machine: the sandbox.
 */
export function allowedFile(address: string, hosts: readonly string[]): URL | null {
  const url = URL.parse(address);
  if (url === null || url.username !== '' || url.password !== '' || !hosts.includes(url.host)) return null;
  const isSafe = url.protocol === 'https:' || (url.protocol === 'http:' && loopback.has(url.hostname));
  return isSafe ? url : null;
}
