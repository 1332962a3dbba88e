import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { fetchRates } from '../../../src/adapters/ecb/fetch-rates.ts';
import { afterwards } from '../../support/afterwards.ts';

const csv = 'Date,USD,\n2026-11-25,1.0525,\n';
const answers: Readonly<Record<string, RequestListener>> = {
  '/rates.csv': (_, response) => response.end(csv),
  '/gone': (_, response) => response.writeHead(404).end('no'),
  '/moved': (_, response) => response.writeHead(302, { location: '/rates.csv' }).end(),
  '/broken': (_, response) => response.writeHead(503).end('later'),
  '/page': (_, response) => response.end('<html><body>Welcome</body></html>'),
  '/endless': (_, response) => {
    const more = () => response.write('x'.repeat(60_000), () => response.destroyed || more());
    more();
  },
  '/silent': () => {},
  '/torn': (_, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write(csv, () => response.destroy());
  },
};
const server = createServer((request, response) => answers[request.url ?? '']?.(request, response));
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
afterwards(async () => {
  server.closeAllConnections();
  server.close();
});
const { port } = server.address() as AddressInfo; // it listens on a port, not on a path
const { signal } = new AbortController();
const get = (path: string, milliseconds = 20_000) =>
  fetchRates(`http://127.0.0.1:${port}${path}`, { milliseconds })(signal);

test('what is published is read', async () => {
  expect(await get('/rates.csv')).toEqual([{ day: '2026-11-25', currency: 'USD', perEuro: '1.0525' }]);
});

test.each([
  ['/gone', 'missing', /nothing at the address of RATES_URL/],
  ['/moved', 'unavailable', /tried again/],
  ['/broken', 'unavailable', /tried again/],
  ['/torn', 'unavailable', /tried again/],
  ['/page', 'invalid', /no file of the European Central Bank/],
  ['/endless', 'invalid', /larger than 1 MB/],
])('%s is said to be %s', async (path, code, message) => {
  await expect(get(path)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
});

test('whoever does not answer is not waited for; nor is anybody when Penny stops', async () => {
  await expect(get('/silent', 50)).rejects.toMatchObject({ code: 'unavailable' });
  const stopped = fetchRates(`http://127.0.0.1:${port}/silent`)(AbortSignal.abort());
  await expect(stopped).rejects.toMatchObject({ code: 'unavailable' });
  await expect(fetchRates('http://127.0.0.1:1/')(signal)).rejects.toMatchObject({ code: 'unavailable' });
});
