/** How long a job may take, in seconds of the clock, and what ends it before. `instead` tells the person what to do when it took too much; printing a PDF if not given. */
export type Limit = { readonly seconds: number; readonly signal: AbortSignal; readonly instead?: string };

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

/** Bytes as they come, to be read once. `destroy` ends what makes them. */
export type Bytes = AsyncIterable<Uint8Array> & { destroy(): unknown };

/**
 * The same for a function that writes much more than it answers, in a process of its own that lives as long as the job.
 * `output` is what it wrote, and makes it wait while nobody reads; it ends without an error only when the function answered. Destroying it ends the job.
 */
export type ApartStream = <Job extends (input: never, write: (chunk: string) => Promise<void>) => Promise<unknown>>(
  module: URL,
  name: string,
  input: Parameters<Job>[0],
  limit: Limit,
) => { readonly output: Bytes; readonly result: Promise<Awaited<ReturnType<Job>>> };
