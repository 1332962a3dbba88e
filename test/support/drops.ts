import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { fileName } from '../../src/adapters/sniff/file-name.ts';
import { assertSize } from '../../src/adapters/sniff/sniff.ts';
import { Fault } from '../../src/domain/fault.ts';
import type { Drop, Drops } from '../../src/ports/drops.ts';

/** What every inbox is made with; of the sizes, a small one is too large already. */
export const dropParts = {
  nameOf: fileName,
  fits(size: number) {
    assertSize(size);
    if (size > 1_000) throw new Fault('invalid', 'This file is too large.');
  },
};

/** An inbox under test: puts a file there as a scanner would, and tells what lies where, by key. */
export type Inbox = {
  readonly drops: Drops;
  put(key: string, text: string | Uint8Array): Promise<void>;
  all(): Promise<Readonly<Record<string, string>>>;
};

export const textOf = ({ drops }: Inbox, drop: Drop): Promise<string> =>
  drops.fetch(drop, ({ path }) => readFile(path, 'utf8'));

export async function only({ drops }: Inbox, key: string) {
  const found = (await drops.found()).find((one) => one.key === key);
  if (!found) throw new Error(`${key} was not found`);
  return found;
}

/** What `Drops` promises, whatever is behind it. Each test leaves the inbox empty. */
export function keepsItsPromises(inbox: () => Inbox): void {
  test('a file is found, lent with its size and hash, and gone once it is removed', async () => {
    await inbox().put('inbox/scan-0042.pdf', 'one');

    const found = await only(inbox(), 'inbox/scan-0042.pdf');
    const lent = await inbox().drops.fetch(found, async (fetched) => fetched);
    await inbox().drops.remove(found);
    await inbox().drops.remove(found);

    expect(found.name).toBe('scan-0042.pdf');
    expect(lent).toMatchObject({ size: 3, sha256: createHash('sha256').update('one').digest('hex') });
    expect(await inbox().drops.found()).toEqual([]);
    expect(await inbox().all()).toEqual({});
    await expect(textOf(inbox(), found)).rejects.toMatchObject({ code: 'missing' });
  });

  test('another file under the same name is another drop: it is neither read nor removed as the first', async () => {
    await inbox().put('inbox/same.pdf', 'one');
    const first = await only(inbox(), 'inbox/same.pdf');
    await inbox().put('inbox/same.pdf', 'two');
    const second = await only(inbox(), 'inbox/same.pdf');

    await expect(textOf(inbox(), first)).rejects.toMatchObject({ code: 'missing' });
    await inbox().drops.remove(first);
    await inbox().drops.refuse(first, '1');

    expect(second.version).not.toBe(first.version);
    expect(await inbox().all()).toEqual({ 'inbox/same.pdf': 'two' });
    expect(await textOf(inbox(), second)).toBe('two');
    await inbox().drops.remove(second);
  });

  test('a refused file is found beside the inbox under its name, however often it is refused', async () => {
    await inbox().put('inbox/Besuch/rätsel.exe', 'MZ');
    const found = await only(inbox(), 'inbox/Besuch/rätsel.exe');

    await Promise.all([inbox().drops.refuse(found, '7'), inbox().drops.refuse(found, '7')]);
    await inbox().drops.refuse(found, '7');

    const { 'refused/7/rätsel.exe': kept, ...rest } = await inbox().all();
    expect(kept).toBe('MZ');
    expect(rest).toEqual({});
  });

  test('folders, odd names and long ones', async () => {
    const long = `${'ä'.repeat(120)}.pdf`;
    const keys = [
      'inbox/floor 2/Über+uns & 100 %.pdf',
      'inbox/請求書 #1?.pdf',
      `inbox/a/b/c/${long}`,
      "inbox/o'neill (2).pdf",
    ];
    for (const key of keys) await inbox().put(key, key);

    const found = await inbox().drops.found();
    for (const one of found) expect(await textOf(inbox(), one)).toBe(one.key);
    for (const one of found) await inbox().drops.refuse(one, 'odd');

    expect(found.map(({ key }) => key).toSorted()).toEqual(keys.toSorted());
    expect(found.map(({ name }) => name)).toContain(long);
    const names = Object.keys(await inbox().all());
    expect(names.toSorted()).toEqual(keys.map((key) => `refused/odd/${key.split('/').at(-1)}`).toSorted());
  });

  test('an empty file and one that is too large are refused by their size, with a sentence', async () => {
    await inbox().put('inbox/empty.pdf', '');
    await inbox().put('inbox/film.pdf', new Uint8Array(1_001));

    await expect(textOf(inbox(), await only(inbox(), 'inbox/empty.pdf'))).rejects.toThrow(/empty/);
    await expect(textOf(inbox(), await only(inbox(), 'inbox/film.pdf'))).rejects.toThrow(/too large/);
    for (const one of await inbox().drops.found()) await inbox().drops.remove(one);
  });

  test('what is hidden stays where it is', async () => {
    await inbox().put('inbox/.scan.pdf.x7Gh2', 'half');

    expect(await inbox().drops.found()).toEqual([]);
    expect(await inbox().all()).toMatchObject({ 'inbox/.scan.pdf.x7Gh2': 'half' });
  });
}
