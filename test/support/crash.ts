import type { Ports } from '../../src/engine/ports.ts';

/** What a crash looks like from inside: nothing after it happens. */
export class Crash extends Error {}

/**
 * The same ports, except that the call number `at` (from 1) to the store, the object store, the inbox or the workspace, however deep, crashes: before it takes
 * effect, or after. `count` tells how many calls there were.
 */
export function crashing(
  whole: Ports,
  at: number,
  when: 'before' | 'after',
): { readonly ports: Ports; count(): number } {
  let calls = 0;
  const wrap = <O extends object>(target: O): O =>
    new Proxy(target, {
      get(on, key, receiver) {
        const value: unknown = Reflect.get(on, key, receiver);
        if (typeof value === 'function') return wrapped(value as (...given: unknown[]) => unknown, on);
        return isPort(value) ? wrap(value) : value;
      },
    });
  const wrapped =
    (method: (...given: unknown[]) => unknown, on: object) =>
    async (...given: unknown[]) => {
      calls += 1;
      const mine = calls;
      if (mine === at && when === 'before') throw new Crash();
      const result = await method.apply(on, given.map(wrapWork));
      if (mine === at) throw new Crash();
      return result;
    };
  /** Work handed to a method (a transaction, a lent file) sees the crashing ports too. */
  const wrapWork = (given: unknown) =>
    typeof given === 'function'
      ? (...inner: unknown[]) => given(...inner.map((one) => (isPort(one) ? wrap(one) : one)))
      : given;
  const { store, objects, drops, workspace } = whole;
  return {
    ports: { ...whole, store: wrap(store), objects: wrap(objects), drops: wrap(drops), workspace: wrap(workspace) },
    count: () => calls,
  };
}

/** Ports are objects with methods; what they carry (rows, dates, paths) is left alone. */
const isPort = (value: unknown): value is object =>
  typeof value === 'object' &&
  value !== null &&
  Object.getPrototypeOf(value) === Object.prototype &&
  Object.values(value).some(
    (part) =>
      typeof part === 'function' ||
      (typeof part === 'object' && part !== null && Object.values(part).some((deep) => typeof deep === 'function')),
  );
