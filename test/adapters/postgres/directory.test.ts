import { expect, test } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { person } from '../../support/people.ts';

const { store, database } = await testDatabase();
const { directory } = store;
const fresh = await testDatabase();

test('Penny is somebody with a role of her own, and there is one of her', async () => {
  const penny = await directory.penny();

  expect(penny).toMatchObject({ name: 'Penny', slackUser: null, roles: ['penny'] });
  expect(await directory.penny()).toEqual(penny);
});

test('nobody is known before they are met, and a new name is remembered', async () => {
  expect(await directory.actor('UNEW')).toBeNull();

  const met = await directory.meet(person('UNEW'));

  expect(met).toMatchObject({ name: 'unew', slackUser: 'UNEW', roles: [] });
  expect(await directory.meet(person('UNEW', { name: 'Newton' }))).toEqual({ ...met, name: 'Newton' });
  expect(await directory.actor('UNEW')).toEqual({ ...met, name: 'Newton' });
});

test('a role is given once, and recorded once', async () => {
  await Promise.all(Array.from({ length: 10 }, () => directory.seat(person('UTWICE'), 'operator')));

  expect(await directory.seat(person('UTWICE'), 'accountant')).toMatchObject({ roles: ['accountant', 'operator'] });
  const recorded = await database.query({
    text: `select after from audit_log where subject = 'user UTWICE' order by seq`,
    values: [],
  });
  expect(recorded).toEqual([{ after: { roles: ['operator'] } }, { after: { roles: ['accountant', 'operator'] } }]);
});

test.each(['guest', 'bot', 'deleted', 'external'] as const)(
  'a %s is given no role, and loses what they had',
  async (standing) => {
    const id = `U${standing.toUpperCase()}`;
    await expect(directory.seat(person(id, { standing }), 'operator')).rejects.toMatchObject({ code: 'invalid' });
    await directory.seat(person(id), 'admin');

    expect(await directory.meet(person(id, { standing }))).toMatchObject({ roles: [] });
    expect(await directory.meet(person(id))).toMatchObject({ roles: [] }); // and it does not come back by itself
  },
);

test('roles end with a reason, and with their time', async () => {
  await directory.seat(person('UEND'), 'operator');
  await directory.unseat('UEND', 'left the company');
  await directory.unseat('UEND', 'left the company');
  expect(await directory.actor('UEND')).toMatchObject({ roles: [] });

  await directory.seat(person('UEND'), 'operator');
  await database.query({
    text: `update role_grant set expires_at = now() - interval '1 second' where revoked_at is null and user_id = (select id from app_user where slack_user = 'UEND')`,
    values: [],
  });
  expect(await directory.actor('UEND')).toMatchObject({ roles: [] });
  expect(await directory.seat(person('UEND'), 'operator')).toMatchObject({ roles: ['operator'] });

  const grants = await database.query<{ why: string | null }>({
    text: `select revoked_why as why from role_grant where user_id = (select id from app_user where slack_user = 'UEND') order by id`,
    values: [],
  });
  expect(grants.map(({ why }) => why)).toEqual(['left the company', 'expired', null]);
});

test('the database knows no role that the code does not', async () => {
  const rows = await database.query<{ name: string }>({ text: 'select name from role order by name', values: [] });

  expect(rows.map(({ name }) => name)).toEqual(['accountant', 'admin', 'operator']);
});

test('first admins are seated once by twenty replicas, and only members', async () => {
  const people = [person('UA'), person('UGUEST', { standing: 'guest' })];
  expect(await fresh.store.directory.seatFirstAdmins([])).toBe(false);
  expect(await fresh.store.directory.seatFirstAdmins([person('UG', { standing: 'guest' })])).toBe(false);

  const seated = await Promise.all(Array.from({ length: 20 }, () => fresh.store.directory.seatFirstAdmins(people)));

  expect(seated.filter(Boolean)).toHaveLength(1);
  expect(await fresh.store.directory.seatFirstAdmins([person('ULATE')])).toBe(false);
  expect(await fresh.store.directory.actor('ULATE')).toBeNull();
  const entries = await fresh.store.audit.newest(10);
  expect(entries.map(({ actor, action, subject }) => `${actor}: ${action}, ${subject}`)).toEqual([
    'Penny: role granted, user UA',
  ]);
});
