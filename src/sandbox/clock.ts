/** Time as the sandbox sees it. `setTimeout` answers with the function that cancels it. */
export type SandboxClock = {
  now(): number;
  setTimeout(run: () => void, ms: number): () => void;
};

/** A clock that stands still until it is told to go on: redelivery after five minutes is tested in no time. */
export type ManualClock = SandboxClock & { advance(ms: number): void };

export const systemClock: SandboxClock = {
  now: () => Date.now(),
  setTimeout(run, ms) {
    const timer = setTimeout(run, ms);
    timer.unref(); // an event waiting for its last retry must not keep a process alive
    return () => clearTimeout(timer);
  },
};

type Pending = { readonly at: number; readonly run: () => void };

/** Timers run in the order of their time, each at the moment it was set for. */
export function manualClock(start = Date.UTC(2026, 10, 23, 9)): ManualClock {
  let now = start;
  let pending: readonly Pending[] = [];
  return {
    now: () => now,
    setTimeout(run, ms) {
      const entry = { at: now + ms, run };
      pending = [...pending, entry];
      return () => {
        pending = pending.filter((other) => other !== entry);
      };
    },
    advance(ms) {
      const end = now + ms;
      for (;;) {
        const due = pending.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
        if (!due) break;
        pending = pending.filter((other) => other !== due);
        now = Math.max(now, due.at);
        due.run();
      }
      now = end;
    },
  };
}
