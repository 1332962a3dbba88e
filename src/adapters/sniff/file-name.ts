/** Characters; what file systems allow. */
const longest = 255;

/**
 * The sender's name for a file, fit to be stored and shown: no folders, no control characters, none that turn the direction of writing.
 * It still is a stranger's text: escape it where it is shown, and never make a path of it.
 */
export function fileName(said: string): string {
  const visible = said.normalize('NFC').replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu, '');
  const last = visible.split(/[/\\∕⁄]/).at(-1) ?? '';
  const name = [...last.trim()].slice(0, longest).join('');
  return /^\.*$/.test(name) ? 'unnamed' : name;
}
