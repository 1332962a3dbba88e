/** Counts what is being worked on, so that a stop can wait for it. */
export type InFlight = {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** True when all is done; false when the time ran out before. */
  settled(milliseconds: number): Promise<boolean>;
};

export function inFlight(): InFlight {
  const working = new Set<Promise<unknown>>();
  return {
    run(work) {
      const done = work().finally(() => working.delete(done));
      working.add(done);
      return done;
    },
    async settled(milliseconds) {
      if (working.size === 0) return true;
      const { promise, resolve } = Promise.withResolvers<boolean>();
      const timer = setTimeout(() => resolve(false), milliseconds);
      Promise.allSettled(working).then(() => resolve(true));
      const all = await promise;
      clearTimeout(timer);
      return all;
    },
  };
}
