/** Values kept at most; a table has fewer vendors and days than that, or they would not help. */
const most = 20_000;

/** The same function, which works the same text out once: tables repeat their vendors and days. */
export function remembered<Value>(work: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const value = work(text);
    known.set([...text].join(''), value); // a piece of a large text would keep all of it in memory
    return value;
  };
}
