/** Plain JSON for a jsonb column: bigints as strings, and without the signs that Postgres refuses (NUL, halves of surrogate pairs). */
export const toJson = (value: unknown): string =>
  JSON.stringify(value ?? null, (_, part: unknown) => {
    if (typeof part === 'bigint') return part.toString();
    return typeof part === 'string' ? clean(part) : part;
  });

/** Text as Postgres takes it. */
export const clean = (text: string): string => text.replaceAll('\0', '').toWellFormed();
