/** A statement and its values; `$1` stands for the first. */
export type Query = { readonly text: string; readonly values: readonly unknown[] };

/** Every `${}` becomes a bound parameter; a `Query` inside is spliced in. */
export function sql(strings: TemplateStringsArray, ...given: readonly unknown[]): Query {
  const values: unknown[] = [];
  let text = strings[0] ?? '';
  given.forEach((value, i) => {
    text += (isQuery(value) ? splice(value, values) : `$${values.push(value)}`) + (strings[i + 1] ?? '');
  });
  return { text, values };
}

const isQuery = (value: unknown): value is Query =>
  typeof value === 'object' && value !== null && 'text' in value && 'values' in value && Array.isArray(value.values);

function splice(query: Query, values: unknown[]): string {
  const before = values.length;
  values.push(...query.values);
  return query.text.replaceAll(/\$(\d+)/g, (_, n: string) => `$${before + Number(n)}`);
}
