import type { Actor, Role } from '../../domain/access.ts';
import { Fault } from '../../domain/fault.ts';
import { sql } from '../../engine/sql.ts';
import type { Directory, SlackPerson } from '../../ports/directory.ts';
import { postgresAudit } from './audit.ts';
import { type Db, one } from './database.ts';

/** A grant counts while it is neither revoked nor past its end, and its holder is a plain member. */
const actors = sql`
  select u.id, u.name, u.slack_user as "slackUser", coalesce(u.zone, 'UTC') as zone,
         coalesce(array_agg(g.role order by g.role) filter (where g.role is not null), '{}') as roles
    from app_user u
    left join role_grant g
      on g.user_id = u.id and g.revoked_at is null and (g.expires_at is null or g.expires_at > now()) and u.standing = 'member'`;

export function postgresDirectory(db: Db): Directory {
  const directory: Directory = {
    async actor(slackUser) {
      const [actor] = await db.query<Actor>(sql`${actors} where u.slack_user = ${slackUser} group by u.id`);
      return actor ?? null;
    },

    meet: (person) =>
      db.transaction(async (tx) => {
        await remember(tx, person);
        if (person.standing !== 'member') {
          const ended = await end(tx, person.id, `is ${standings[person.standing]} now`);
          if (ended.length > 0) await record(tx, person.id, ended, []);
        }
        return known(tx, person.id);
      }),

    seatFirstAdmins: (people) =>
      db.transaction(async (tx) => {
        await tx.query(sql`lock table role_grant in share row exclusive mode`); // twenty replicas that start at once seat once
        const members = people.filter((person) => person.standing === 'member');
        const [admin] = await tx.query(sql`
          select from role_grant g join app_user u on u.id = g.user_id
           where g.role = 'admin' and g.revoked_at is null and (g.expires_at is null or g.expires_at > now()) and u.standing = 'member' limit 1`);
        if (admin !== undefined || members.length === 0) return false;
        for (const person of members) await give(tx, person, 'admin', 'first admin, named in the settings');
        return true;
      }),

    seat: (person, role) => db.transaction((tx) => give(tx, person, role, 'seated by Penny')),

    unseat: (slackUser, why) =>
      db.transaction(async (tx) => {
        const ended = await end(tx, slackUser, why);
        if (ended.length > 0) await record(tx, slackUser, ended, []);
      }),

    async penny() {
      const penny = one(await db.query<Actor>(sql`${actors} where u.standing = 'penny' group by u.id`));
      return { ...penny, roles: ['penny'] };
    },
  };
  return directory;
}

const standings = { guest: 'a guest', bot: 'a bot', deleted: 'deactivated', external: 'external' } as const;

async function known(tx: Db, slackUser: string): Promise<Actor> {
  return one(await tx.query<Actor>(sql`${actors} where u.slack_user = ${slackUser} group by u.id`));
}

async function remember(tx: Db, { id, team, name, zone, standing }: SlackPerson): Promise<void> {
  await tx.query(sql`
    insert into app_user (slack_user, team, name, zone, standing) values (${id}, ${team}, ${name}, ${zone}, ${standing})
    on conflict (slack_user) do update set team = excluded.team, name = excluded.name, zone = excluded.zone, standing = excluded.standing
     where (app_user.team, app_user.name, app_user.zone, app_user.standing)
           is distinct from (excluded.team, excluded.name, excluded.zone, excluded.standing)`);
}

async function give(tx: Db, person: SlackPerson, role: Role, reason: string): Promise<Actor> {
  if (person.standing !== 'member') {
    throw new Fault(
      'invalid',
      `${person.name} is ${standings[person.standing]} and cannot hold a role. Choose a full member.`,
    );
  }
  await remember(tx, person);
  await tx.query(sql`
    update role_grant set revoked_at = now(), revoked_why = 'expired', revoked_by = (select id from app_user where standing = 'penny')
     where user_id = (select id from app_user where slack_user = ${person.id}) and role = ${role} and revoked_at is null and expires_at <= now()`);
  const before = await known(tx, person.id);
  const [granted] = await tx.query(sql`
    insert into role_grant (user_id, role, granted_by, reason)
    select ${before.id}, ${role}, id, ${reason} from app_user where standing = 'penny'
    on conflict (user_id, role) where revoked_at is null do nothing
    returning id`);
  const after = await known(tx, person.id);
  if (granted !== undefined) await record(tx, person.id, before.roles, after.roles);
  return after;
}

/** Ends all roles and gives their names. */
async function end(tx: Db, slackUser: string, why: string): Promise<readonly Role[]> {
  const ended = await tx.query<{ role: Role }>(sql`
    update role_grant set revoked_at = now(), revoked_why = ${why}, revoked_by = (select id from app_user where standing = 'penny')
     where user_id = (select id from app_user where slack_user = ${slackUser}) and revoked_at is null
    returning role`);
  return ended.map(({ role }) => role).sort();
}

async function record(tx: Db, slackUser: string, before: Actor['roles'], after: Actor['roles']): Promise<void> {
  const penny = await postgresDirectory(tx).penny();
  const action = after.length > before.length ? 'role granted' : 'roles ended';
  await postgresAudit(tx).changed(penny, {
    action,
    subject: `user ${slackUser}`,
    before: { roles: before },
    after: { roles: after },
  });
}
