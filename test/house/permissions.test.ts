import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  type Actor,
  authorize,
  granted,
  may,
  type Permission,
  permissions,
  type Role,
  roles,
} from '../../src/domain/access.ts';
import { Fault } from '../../src/domain/fault.ts';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const someone = (...held: readonly Role[]): Actor => ({
  id: 1n,
  name: 'Someone',
  slackUser: 'U1',
  roles: held,
  zone: 'UTC',
});
const names = Object.keys(permissions) as Permission[]; // the keys are the type

const table = [
  `| permission | ${roles.join(' | ')} |`,
  `|---|${roles.map(() => '---').join('|')}|`,
  ...names.map(
    (name) =>
      `| ${permissions[name]} | ${roles.map((role) => (granted[role].includes(name) ? 'yes' : '')).join(' | ')} |`,
  ),
].join('\n');

test('the README holds the permission table as the code has it', () => {
  expect(readme.replaceAll(/ +\|/g, ' |')).toContain(table.replaceAll(/ +\|/g, ' |'));
});

describe.each(names)('%s', (name) => {
  test.each(roles)('%s: may exactly as the table says', (role) => {
    expect(may(someone(role), name)).toBe(granted[role].includes(name));
    const ask = () => authorize(someone(role), name);
    if (granted[role].includes(name)) expect(ask().actor.roles).toEqual([role]);
    else expect(ask).toThrow(Fault);
  });

  test('nobody, and a person without a role, may not', () => {
    expect(() => authorize(null, name)).toThrow(/Ask an admin for a role/);
    expect(() => authorize(someone(), name)).toThrow(Fault);
  });
});

test('a role that the database knows and the code does not gives nothing', () => {
  expect(may({ ...someone(), roles: ['owner' as Role] }, 'invoice.read')).toBe(false);
});

test('a grant is made in one file alone, and cannot be written down elsewhere', () => {
  const src = join(import.meta.dirname, '../../src');
  const makers = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .filter((path) => readFileSync(join(src, path), 'utf8').includes('as Grant'));
  // @ts-expect-error nor does a look-alike compile
  const forged: Parameters<typeof use>[0] = { actor: someone('operator') };

  expect(makers).toEqual([join('domain', 'access.ts')]);
  expect(forged.actor.roles).not.toContain('admin');
});
const use = (grant: ReturnType<typeof authorize<'invoice.delete'>>) => grant;
