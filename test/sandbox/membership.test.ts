import { describe, expect, it } from 'vitest';
import { channelIds, userIds } from '../../src/sandbox/seed.ts';
import { boltApp, sandbox } from './bolt-app.ts';

async function listening() {
  const slack = await sandbox();
  const bodies: { event: object }[] = [];
  await boltApp(slack, (app) => {
    for (const type of ['user_change', 'member_joined_channel', 'member_left_channel', 'file_deleted'] as const) {
      app.event(type, async ({ body }) => void bodies.push(body));
    }
  });
  return { slack, bodies };
}

describe('what an administrator does', () => {
  it('to an account reaches the app as user_change', async () => {
    const { slack, bodies } = await listening();
    slack.admin.changePerson(userIds.ben, { deleted: true });
    await expect
      .poll(() => bodies)
      .toMatchObject([{ event: { type: 'user_change', user: { id: userIds.ben, deleted: true } } }]);
    expect(await slack.as('ben').types('hello', 'finance')).toMatchObject({ ok: false });
  });

  it('to a channel reaches the app when the app is in it', async () => {
    const { slack, bodies } = await listening();
    slack.admin.join(channelIds.general, userIds.gus);
    slack.admin.join(channelIds.general, userIds.bot, userIds.ada);
    slack.admin.leave(channelIds.withAcme, userIds.paul);
    await expect.poll(() => bodies.length).toBe(2);
    expect(bodies).toMatchObject([
      {
        event: {
          type: 'member_joined_channel',
          user: userIds.bot,
          channel: channelIds.general,
          channel_type: 'C',
          inviter: userIds.ada,
        },
        is_ext_shared_channel: false,
      },
      { event: { type: 'member_left_channel', user: userIds.paul }, is_ext_shared_channel: true },
    ]);
  });

  it('comes with everything that Slack wraps around an event', async () => {
    const { slack, bodies } = await listening();
    slack.admin.changePerson(userIds.cleo, { title: 'foreman' });
    await expect.poll(() => bodies.length).toBe(1);
    expect(bodies[0]).toMatchObject({
      type: 'event_callback',
      team_id: 'T0PENNYCO1',
      api_app_id: 'A0PENNYAPP',
      event_id: expect.stringMatching(/^Ev/),
      event_time: expect.any(Number),
      authorizations: [{ team_id: 'T0PENNYCO1', user_id: userIds.bot, is_bot: true }],
    });
  });

  it('can be any other event the app subscribes to', async () => {
    const slack = await sandbox();
    const archived: string[] = [];
    await boltApp(slack, (app) => app.event('channel_archive', async ({ event }) => void archived.push(event.channel)));
    slack.admin.announce({ type: 'channel_archive', channel: channelIds.finance, user: userIds.ada });
    slack.admin.announce({ type: 'emoji_changed' });
    await expect.poll(() => archived).toEqual([channelIds.finance]);
    expect(slack.journal.filter(({ kind }) => kind === 'envelope')).toHaveLength(1);
  });

  it('is not told to an app that has not subscribed', async () => {
    const slack = await sandbox({ workspace: { events: ['file_shared'] } });
    await boltApp(slack, () => {});
    slack.admin.changePerson(userIds.ben, { deleted: true });
    expect(slack.journal.filter(({ kind }) => kind === 'envelope')).toEqual([]);
  });
});
