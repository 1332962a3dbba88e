import { z } from 'zod';
import { dayOf } from '../../domain/calendar.ts';
import type { Span } from '../../domain/reply.ts';
import type { Ports } from '../../engine/ports.ts';
import { sql } from '../../engine/sql.ts';
import { heading, section } from './section.ts';

const inForce = sql`revoked_at is null and (expires_at is null or expires_at > now()) and u.standing = 'member'`;

const Count = z.object({ role: z.string(), people: z.coerce.number() });
const Given = z.object({ person: z.string(), role: z.string(), by: z.string(), at: z.coerce.date() });

/** Who is at the desk, and who came last. */
export const people = section('access.read', async ({ actor }, ports) => {
  const [counts, last] = await Promise.all([counted(ports), given(ports)]);
  const roles = counts.map(({ role, people: n }) => `${n} ${role}${n === 1 ? '' : 's'}`).join(' · ');
  const lines = last.map(({ person, role, by, at }): readonly Span[] => [
    '\n• ',
    { bold: person },
    ` became ${role} on `,
    { day: dayOf(at, actor.zone) },
    `, by ${by}`,
  ]);
  return [heading('People'), { part: 'text', text: [{ bold: roles }, ...lines.flat()] }];
});

const counted = ({ rows }: Pick<Ports, 'rows'>) =>
  rows.read(
    sql`
    select role, count(*) as people from role_grant g join app_user u on u.id = g.user_id where ${inForce}
     group by role order by role`,
    Count,
  );

const given = ({ rows }: Pick<Ports, 'rows'>) =>
  rows.read(
    sql`
    select u.name as person, role, giver.name as by, granted_at as at
      from role_grant g join app_user u on u.id = g.user_id join app_user giver on giver.id = g.granted_by where ${inForce}
     order by g.id desc limit 3`,
    Given,
  );
