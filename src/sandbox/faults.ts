/** What can go wrong with one call. `accepted` means that Slack did what was asked before it failed to say so. */
export type Fault =
  | { readonly kind: 'ratelimited'; readonly retryAfterS: number }
  | { readonly kind: 'status'; readonly status: number; readonly accepted?: boolean }
  | { readonly kind: 'hang'; readonly accepted?: boolean }
  | { readonly kind: 'reset'; readonly accepted?: boolean }
  | { readonly kind: 'error'; readonly error: string }
  /** Of a download: the page that Slack sends to who may not have the file, with status 200. */
  | { readonly kind: 'login-page' }
  /** Of a download: half of the bytes. */
  | { readonly kind: 'cut-off' };

/**
 * Breaks the sandbox on purpose. A method is named as in the Web API; `*` is any of them,
 * `files.download` and `files.upload` are the transfers of bytes, `response_url` is what it says.
 */
export type Faults = {
  /** The next `times` calls of the method fail so. */
  next(method: string, fault: Fault, times?: number): void;
  /** Cuts the sockets without a word. */
  dropSockets(): void;
  /** Asks the app to reconnect, as Slack does when it recycles a host. */
  refreshSockets(): void;
  /** The next `count` acknowledgements of the app get lost. */
  ignoreAcks(count: number): void;
  /** The next `count` events are sent twice, with the same event_id and not as a retry, as Slack has been seen to do. */
  repeatEvents(count: number): void;
  /** All planned faults of calls are forgotten. */
  clear(): void;
};

export type FaultPlan = {
  next(method: string, fault: Fault, times?: number): void;
  take(method: string): Fault | undefined;
  clear(): void;
};

export function faultPlan(): FaultPlan {
  const planned = new Map<string, Fault[]>();
  return {
    next(method, fault, times = 1) {
      const faults = Array.from({ length: times }, () => fault);
      planned.set(method, [...(planned.get(method) ?? []), ...faults]);
    },
    take: (method) => planned.get(method)?.shift() ?? planned.get('*')?.shift(),
    clear: () => planned.clear(),
  };
}
