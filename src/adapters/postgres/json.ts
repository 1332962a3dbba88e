/** Plain JSON for a jsonb column: bigints as strings, and without the signs that Postgres refuses (NUL, halves of surrogate pairs). */
export const toJson = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) => {
    if (typeof part === 'bigint') return part.toString();
    if (typeof part === 'string') return clean(part);
    return hasUncleanKey(part)
      ? Object.fromEntries(Object.entries(part).map(([key, each]) => [clean(key), each]))
      : part;
  });

/** Text as Postgres takes it. */
export const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();

const hasUncleanKey = (part: unknown): part is object =>
  typeof part === 'object' &&
  part !== null &&
  !Array.isArray(part) &&
  Object.keys(part).some((key) => clean(key) !== key);
