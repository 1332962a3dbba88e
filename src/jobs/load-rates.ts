import { z } from 'zod';
import { authorize } from '../domain/access.ts';
import { job } from '../engine/job.ts';

/**
 * Fetches the exchange rates of the last days, where an address is set. The European Central Bank publishes them on working days at about 16:00 in Frankfurt, which is
 * 15:00 UTC at the latest; the second look is for the days on which it is late.
 */
export const loadRates = job({
  name: 'load-rates',
  payload: z.object({}),
  attempts: 5,
  timeoutSeconds: 120,
  concurrency: 1,
  every: '30 15,18 * * 1-5',

  async run(_, { fetchRates, store, log }, signal) {
    if (fetchRates === null) return;
    const grant = authorize(await store.directory.penny(), 'import.load');
    const kept = await store.rates.keep(await fetchRates(signal), grant);
    log.info({ ...kept }, 'exchange rates are loaded');
  },
});
