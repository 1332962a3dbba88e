import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { neededScopes } from '../../src/adapters/slack/scopes.ts';
import { slashCommands } from '../../src/adapters/slack/slash-commands.ts';
import { commands } from '../../src/commands/all.ts';
import { interactions } from '../../src/interactions/all.ts';

const limited = (most: number) => z.string().min(1).max(most);

/** The limits of https://docs.slack.dev/reference/app-manifest; strict, so that a key Slack does not know is found here. In Socket Mode there is no url. */
const Manifest = z.strictObject({
  _metadata: z.strictObject({ major_version: z.literal(2) }),
  display_information: z.strictObject({
    name: limited(35),
    description: limited(140),
    long_description: z.string().min(175).max(4000),
    background_color: z.string().regex(/^#[0-9a-f]{6}$/),
  }),
  features: z.strictObject({
    app_home: z.strictObject({
      home_tab_enabled: z.literal(true),
      messages_tab_enabled: z.literal(true),
      messages_tab_read_only_enabled: z.literal(false),
    }),
    bot_user: z.strictObject({ display_name: limited(80), always_online: z.boolean() }),
    shortcuts: z
      .array(
        z.strictObject({
          name: limited(24),
          type: z.enum(['global', 'message']),
          callback_id: limited(255),
          description: limited(150),
        }),
      )
      .max(10),
    slash_commands: z
      .array(
        z.strictObject({
          command: z.string().regex(/^\/[a-z-]{1,31}$/),
          description: limited(2000),
          usage_hint: limited(1000),
          should_escape: z.literal(true),
        }),
      )
      .max(50),
  }),
  oauth_config: z.strictObject({
    scopes: z.strictObject({ bot: z.array(z.string()), bot_optional: z.array(z.string()) }),
  }),
  settings: z.strictObject({
    event_subscriptions: z.strictObject({ bot_events: z.array(z.string()).max(100) }),
    interactivity: z.strictObject({ is_enabled: z.literal(true) }),
    org_deploy_enabled: z.literal(false),
    socket_mode_enabled: z.literal(true),
    token_rotation_enabled: z.literal(false),
  }),
});

const manifest = Manifest.parse(parse(readFileSync(new URL('../../manifest.yml', import.meta.url), 'utf8')));

describe('manifest.yml', () => {
  test('has the slash commands of the registry; `node scripts/manifest.ts` writes them', () => {
    expect(manifest.features.slash_commands).toEqual(slashCommands(commands));
  });

  test('has a shortcut for every interaction that is one, and no other', () => {
    const registered = interactions.filter(({ origin }) => origin === 'shortcut').map(({ name }) => name);

    expect(manifest.features.shortcuts.map(({ callback_id }) => callback_id).sort()).toEqual(registered.sort());
  });

  test('asks for the scopes that Penny needs and no others', () => {
    expect(manifest.oauth_config.scopes).toEqual({
      bot: [...neededScopes],
      bot_optional: ['channels:history', 'groups:history'],
    });
  });

  test('subscribes to what is served: each event has the scope that it needs', () => {
    const needs: Readonly<Record<string, string | null>> = {
      app_home_opened: null,
      app_uninstalled: null,
      tokens_revoked: null,
      app_mention: 'app_mentions:read',
      'message.im': 'im:history',
      file_shared: 'files:read',
      file_deleted: 'files:read',
      user_change: 'users:read',
      channel_archive: 'channels:read',
      member_joined_channel: 'channels:read',
      member_left_channel: 'channels:read',
    };
    const { bot_events } = manifest.settings.event_subscriptions;

    expect([...bot_events].sort()).toEqual(Object.keys(needs).sort());
    for (const event of bot_events) {
      const scope = needs[event];
      if (scope) expect(manifest.oauth_config.scopes.bot).toContain(scope);
    }
  });
});
