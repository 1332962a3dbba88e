/** How long a job may take, in seconds of the clock, and what ends it before. */
export type Limit = { readonly seconds: number; readonly signal: AbortSignal };

/**
 * Runs a function of a module in a process of its own, where a hostile file can harm nobody: memory and time are bounded.
 * Input and output are data (structured clone); the type argument is the function's, since the module is loaded over there.
 * Throws what the function throws; `Fault('invalid')` when it had to be stopped; the signal's reason when that was aborted.
 */
export type Apart = <Job extends (input: never) => Promise<unknown>>(
  module: URL,
  name: string,
  input: Parameters<Job>[0],
  limit: Limit,
) => Promise<Awaited<ReturnType<Job>>>;
