import { dueDigests } from '../../src/jobs/due-digests.ts';
import { sendDigest } from '../../src/jobs/send-digest.ts';
import { read, testDesk } from './chat.ts';
import { smallWorkspace } from './workspace.ts';

const never = new AbortController().signal;

/** A desk whose clock is set by hand, and whose minutes pass when it is told so. */
export async function digestDesk(from = '2026-03-31T10:00:00Z') {
  const slack = smallWorkspace();
  let now = new Date(from);
  const settings = {
    intakeChannels: ['CIN'],
    opsChannel: 'COPS',
    reportingCurrency: 'EUR',
    admins: ['UADA'],
    allowance: null,
    charts: 'picture' as const,
  };
  const desk = await testDesk({ workspace: slack.workspace, clock: { now: () => new Date(now) }, settings });
  const minute = () => dueDigests.run({}, desk.ports, never);
  /** Tasks that wait, taken out of the queue. */
  const tasks = async () => {
    const query = { text: "delete from pgboss.job where name = 'send-digest' returning data", values: [] };
    return (await desk.database.query<{ data: object }>(query)).map(({ data }) => data);
  };
  const send = (task: object) => sendDigest.run(task, desk.ports, never);
  return {
    desk,
    slack,
    minute,
    tasks,
    send,
    goTo(instant: string) {
      now = new Date(instant);
    },
    /** It is that time: what is due is sent. Gives what was posted since, as people read it. */
    async at(instant: string): Promise<readonly string[]> {
      now = new Date(instant);
      const before = slack.posts.length;
      await minute();
      for (const task of await tasks()) await send(task);
      return slack.posts.slice(before).map(({ saying }) => read({ kind: 'say', to: 'channel', saying }));
    },
    slots: () =>
      desk.database.query<{ slot: Date; state: string; why: string | null }>({
        text: 'select slot, state, why from digest_slot order by digest_id, slot',
        values: [],
      }),
    /** What people and the ops channel were told beside the digests. */
    told: () =>
      desk.database.query<{ channel: string; summary: string }>({
        text: "select channel, saying->>'summary' as summary from outbox where key like 'digest:%' order by id",
        values: [],
      }),
    audited: () =>
      desk.database.query<{ actor: string; action: string; before: unknown; after: unknown }>({
        text: "select actor, action, before, after from audit_log where kind = 'changed' and action like 'digest.%' order by seq",
        values: [],
      }),
  };
}
