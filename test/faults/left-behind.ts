import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const places = (folder: string) => [join(folder, 'tmp'), join(folder, 'objects', 'half')];

/** What she keeps only while she works on it. After a kill it is still there. */
export async function left(folder: string): Promise<readonly string[]> {
  const listed = await Promise.all(
    places(folder).map(async (place) => (await readdir(place).catch(() => [])).map((name) => join(place, name))),
  );
  return listed.flat();
}

/** Makes a day go by. */
export async function age(folder: string): Promise<void> {
  const yesterday = new Date(Date.now() - 86_400_000);
  for (const path of await left(folder)) await utimes(path, yesterday, yesterday);
}

/** The half of an object, as a kill in the middle of storing it leaves: a moment too short to be met. */
export async function plantHalves(folder: string): Promise<void> {
  const place = join(folder, 'objects', 'half');
  await mkdir(place, { recursive: true });
  await writeFile(join(place, '0f4c3c1e-51e5-4a3e-9b8e-0d6f7f4f7a10'), 'half of a file');
}
