import { request } from 'undici';
import { Fault } from '../../domain/fault.ts';
import type { FetchRates } from '../../ports/rates.ts';
import { readRates } from './read-rates.ts';

/** Bytes: many times the 90 days that the European Central Bank publishes. The history since 1999 would keep the desk busy for a second. */
const largest = 1_000_000;
const within = 30_000;

/** Gets the rates from that address. A redirect is not followed: nobody vouched for where it leads. */
export const fetchRates =
  (url: string, { milliseconds = within }: { readonly milliseconds?: number } = {}): FetchRates =>
  async (signal) => {
    try {
      return readRates(await bytesOf(url, AbortSignal.any([signal, AbortSignal.timeout(milliseconds)])));
    } catch (error) {
      if (error instanceof Fault) throw error;
      throw new Fault('unavailable', 'The exchange rates could not be fetched just now; it is tried again.', {
        cause: error,
      });
    }
  };

async function bytesOf(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const { statusCode, body } = await request(url, { signal });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > largest)
      throw new Fault(
        'invalid',
        'What RATES_URL gives is larger than 1 MB; name the rates of the last 90 days there, and load the history by npm run rates.',
      );
    chunks.push(chunk);
  }
  if (statusCode === 404 || statusCode === 410)
    throw new Fault('missing', 'There is nothing at the address of RATES_URL; look at it in a browser.');
  if (statusCode !== 200) throw new Error(`status ${statusCode}`);
  return Buffer.concat(chunks);
}
