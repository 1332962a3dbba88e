/** What somebody typed after a command: bare words in order, and what was named by `--name value`, `--name` or `name:value`. */
export type Words = { readonly bare: readonly string[]; readonly named: Readonly<Record<string, string | true>> };

/**
 * Splits a command's text. Quotes keep words together; curly quotes and the long dash that phones make of `--` are taken as typed.
 * `flags` are names that take no value; `keys` are the names understood before a colon, so that `12:30` stays a word.
 */
export function words(text: string, flags: readonly string[] = [], keys: readonly string[] = []): Words {
  const bare: string[] = [];
  const named: Record<string, string | true> = {};
  const tokens =
    text
      .replaceAll(/[“”„«»]/g, '"')
      .replaceAll(/(^|\s)[—–](?=\w)/g, '$1--')
      .match(/(?:[^\s"]+:)?"[^"]*"?|\S+/g) ?? [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] ?? '';
    const [, dashed] = /^--([a-z][\w-]*)$/i.exec(token) ?? [];
    const [, key, value] = /^([a-z][\w-]*):(.+)$/is.exec(token) ?? [];
    if (dashed !== undefined) {
      const name = dashed.toLowerCase();
      const next = tokens[i + 1];
      const alone = flags.includes(name) || next === undefined || next.startsWith('--');
      named[name] = alone ? true : unquote(next);
      if (!alone) i += 1;
    } else if (key !== undefined && value !== undefined && keys.includes(key.toLowerCase()))
      named[key.toLowerCase()] = unquote(value);
    else bare.push(unquote(token));
  }
  return { bare, named };
}

const unquote = (token: string): string => token.replaceAll('"', '');
