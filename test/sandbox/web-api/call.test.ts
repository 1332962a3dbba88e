import { describe, expect, it } from 'vitest';
import { channelIds, userIds } from '../../../src/sandbox/seed.ts';
import { refusal, sandbox, webClient } from '../bolt-app.ts';

describe('the door of the Web API', () => {
  it('answers an unknown method with 200, so that no client tries again for half an hour', async () => {
    const slack = await sandbox();
    const response = await fetch(`${slack.apiUrl}chat.postTelepathy`, { method: 'POST' });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ ok: false, error: 'unknown_method' });
  });

  it('tells tokens apart', async () => {
    const slack = await sandbox();
    const error = async (token: string | undefined, method: string) =>
      (await refusal(webClient(slack, token).apiCall(method))).error;
    expect(await error('', 'auth.test')).toBe('not_authed');
    expect(await error('xoxb-wrong', 'auth.test')).toBe('invalid_auth');
    expect(await error(slack.appToken, 'auth.test')).toBe('not_allowed_token_type');
    expect(await error(slack.botToken, 'apps.connections.open')).toBe('not_allowed_token_type');
    const { url } = await webClient(slack, slack.appToken).apps.connections.open();
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/link/);
  });

  it('says which scopes the app has, and which it lacks', async () => {
    const slack = await sandbox({ workspace: { scopes: ['users:read', 'chat:write'] } });
    const client = webClient(slack);
    const { response_metadata: metadata } = await client.auth.test();
    expect(metadata?.scopes).toEqual(['users:read', 'chat:write']);
    expect(await refusal(client.files.info({ file: 'F1' }))).toMatchObject({
      error: 'missing_scope',
      needed: 'files:read',
      provided: 'users:read,chat:write',
    });
    expect(await refusal(client.conversations.history({ channel: channelIds.finance }))).toMatchObject({
      needed: 'channels:history',
    });
    expect(await refusal(client.conversations.info({ channel: channelIds.ops }))).toMatchObject({
      needed: 'groups:read',
    });
    expect(await refusal(client.conversations.list({ types: 'public_channel,im' }))).toMatchObject({
      needed: 'channels:read,im:read',
    });
  });

  it('takes JSON bodies as well as forms, and names what is missing', async () => {
    const slack = await sandbox();
    const post = (body: object) =>
      fetch(`${slack.apiUrl}reactions.add`, {
        method: 'POST',
        headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }).then((response) => response.json());
    const { ts } = await webClient(slack).chat.postMessage({ channel: channelIds.finance, text: 'x' });
    expect(await post({ channel: channelIds.finance, timestamp: ts })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: name'] },
    });
    expect(await post({ channel: channelIds.finance, timestamp: ts, name: 'eyes' })).toEqual({ ok: true });
  });

  it('refuses a name that somebody has pointed at this machine', async () => {
    const slack = await sandbox();
    const { request } = await import('node:http');
    const status = await new Promise((resolve, reject) => {
      request(`${slack.apiUrl}api.test`, { headers: { host: 'evil.test' } }, (response) => resolve(response.statusCode))
        .on('error', reject)
        .end();
    });
    expect(status).toBe(403);
  });
});

describe('people and channels', () => {
  it('shows guests, strangers, the deactivated and the app for what they are', async () => {
    const { users, bots } = webClient(await sandbox());
    const who = async (user: string) => (await users.info({ user })).user;
    expect(await who(userIds.ada)).toMatchObject({
      is_admin: true,
      deleted: false,
      real_name: 'Ada Okafor',
      tz: 'Europe/Berlin',
    });
    expect(await who(userIds.gus)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
    expect(await who(userIds.dora)).toMatchObject({ deleted: true });
    expect(await who(userIds.paul)).toMatchObject({ is_stranger: true, team_id: 'T0ACMESUP1' });
    expect(await who(userIds.bot)).toMatchObject({ is_bot: true });
    expect(await refusal(users.info({ user: 'U0NOBODY01' }))).toMatchObject({ error: 'user_not_found' });
    expect((await bots.info({ bot: 'B0PENNYBOT' })).bot).toMatchObject({ user_id: userIds.bot });
    const listed = (await users.list({})).members?.map(({ id }) => id);
    expect(listed).toContain(userIds.dora);
    expect(listed).not.toContain(userIds.paul);
  });

  it('lists channels page by page and says which are shared with others', async () => {
    const { conversations, users } = webClient(await sandbox());
    const first = await conversations.list({ types: 'public_channel,private_channel', limit: 3 });
    const second = await conversations.list({
      types: 'public_channel,private_channel',
      limit: 3,
      cursor: first.response_metadata?.next_cursor ?? '',
    });
    const names = [...(first.channels ?? []), ...(second.channels ?? [])].map(({ name }) => name);
    expect(names).toEqual(['invoices', 'finance', 'ops', 'general', 'with-acme']);
    expect(second.response_metadata?.next_cursor).toBe('');
    expect((await conversations.info({ channel: channelIds.withAcme })).channel).toMatchObject({
      is_ext_shared: true,
      is_member: true,
    });
    expect((await conversations.info({ channel: channelIds.general })).channel).toMatchObject({ is_member: false });
    expect((await users.conversations({ types: 'public_channel' })).channels?.map(({ name }) => name)).toEqual([
      'invoices',
      'finance',
      'with-acme',
    ]);
    expect((await conversations.members({ channel: channelIds.ops })).members).toEqual([
      userIds.ada,
      userIds.ben,
      userIds.bot,
    ]);
  });

  it('opens a direct message', async () => {
    const { conversations } = webClient(await sandbox());
    expect((await conversations.open({ users: userIds.noor })).channel?.id).toMatch(/^D/);
    expect(await refusal(conversations.open({ users: userIds.dora }))).toMatchObject({ error: 'user_disabled' });
  });
});
