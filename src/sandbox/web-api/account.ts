import type { Methods } from './method.ts';

/** Who the app is and where. */
export const account: Methods = {
  'api.test': { run: (_, args) => ({ ok: true, args }) },
  'auth.test': {
    run(workspace) {
      const { team, app } = workspace.seed;
      const names = { team: team.name, user: workspace.people.get(app.userId)?.name ?? app.name };
      const ids = { team_id: team.id, user_id: app.userId, bot_id: app.botId };
      return { ok: true, url: `${workspace.origin}/`, ...names, ...ids, is_enterprise_install: false };
    },
  },
  'team.info': {
    scopes: ['team:read'],
    run(workspace) {
      const { id, name, domain } = workspace.seed.team;
      return {
        ok: true,
        team: {
          id,
          name,
          domain,
          email_domain: '',
          url: `${workspace.origin}/`,
          is_verified: false,
          icon: { image_default: true },
        },
      };
    },
  },
};
