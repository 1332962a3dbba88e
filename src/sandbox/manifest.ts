import { z } from 'zod';
import type { WorkspaceSeed } from './seed.ts';

/** The parts of a Slack app manifest that change how the workspace behaves. https://docs.slack.dev/reference/app-manifest */
const Manifest = z.object({
  features: z.object({
    slash_commands: z
      .array(
        z.object({
          command: z.string(),
          description: z.string(),
          usage_hint: z.string().default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .default([]),
    shortcuts: z
      .array(z.object({ name: z.string(), type: z.enum(['global', 'message']), callback_id: z.string() }))
      .default([]),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }) }),
});

/** What a workspace offers once an app with this manifest is installed, optional scopes granted. Throws when it is no manifest. */
export function seedOfManifest(manifest: unknown): Pick<WorkspaceSeed, 'commands' | 'shortcuts' | 'scopes' | 'events'> {
  const { features, oauth_config, settings } = Manifest.parse(manifest);
  return {
    commands: features.slash_commands.map(({ command, description, usage_hint, should_escape }) => ({
      command,
      description,
      usageHint: usage_hint,
      shouldEscape: should_escape,
    })),
    shortcuts: features.shortcuts.map(({ name, type, callback_id }) => ({ name, type, callbackId: callback_id })),
    scopes: [...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional],
    events: settings.event_subscriptions.bot_events,
  };
}
