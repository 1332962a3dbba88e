const waiting: (() => unknown)[] = [];

/** Runs at the end of the test file, the last one first; unlike vitest's `afterAll`, also when asked for within `beforeAll` or a test. */
export const afterwards = (work: () => unknown): void => void waiting.push(work);

/** For the setup file alone. */
export async function tidy(): Promise<void> {
  for (const work of waiting.splice(0).reverse()) await work();
}
