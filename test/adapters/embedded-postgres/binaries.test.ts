import { execFile } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { findBinaries } from '../../../src/adapters/embedded-postgres/binaries.ts';
import { findPlace } from '../../../src/adapters/embedded-postgres/place.ts';
import { silent } from '../../support/silent.ts';

const root = process.getuid?.() === 0;
const folder = await mkdtemp(join(tmpdir(), 'penny-binaries-'));
if (root) await chmod(folder, 0o755);
afterAll(async () => {
  for (const path of ['closed', 'closed/native/lib']) await chmod(join(folder, path), 0o700).catch(() => {});
  await rm(folder, { recursive: true, force: true });
});

test('binaries that the server may not reach, or not mend, are copied and run from there', async () => {
  const place = await findPlace(join(folder, '.penny'), silent);
  const native = await findBinaries(place);
  const closed = join(folder, 'closed');
  await mkdir(closed);
  await cp(native, join(closed, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !path.endsWith('.so.60'),
  });
  await chmod(join(closed, 'native', 'lib'), 0o500);
  await chmod(closed, root ? 0o700 : 0o500);

  const copy = await findBinaries(place, Promise.resolve({ native: join(closed, 'native'), version: '18.0.0-test' }));

  expect(copy).toBe(join(place.home, 'binaries-18.0.0-test'));
  const { stdout } = await promisify(execFile)(join(copy, 'bin', 'postgres'), ['--version'], {
    ...(place.as ?? {}),
    cwd: place.home,
  });
  expect(stdout).toMatch(/PostgreSQL\) 18/);
  expect((await stat(closed)).mode & 0o777).toBe(root ? 0o700 : 0o500);

  const newer = await findBinaries(place, Promise.resolve({ native: join(closed, 'native'), version: '18.0.1-test' }));

  expect((await readdir(place.home)).filter((name) => name.startsWith('binaries-'))).toEqual(['binaries-18.0.1-test']);
  expect(newer).toBe(join(place.home, 'binaries-18.0.1-test'));
});
