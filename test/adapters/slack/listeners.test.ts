import { App } from '@slack/bolt';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { listen } from '../../../src/adapters/slack/listeners.ts';
import type { Reply } from '../../../src/domain/reply.ts';
import { happening } from '../../../src/engine/interaction.ts';
import type { Ports } from '../../../src/engine/ports.ts';
import { silent } from '../../support/silent.ts';
import { smallStore } from './small-store.ts';

const home = happening({
  name: 'home-opened',
  origin: 'home',
  needs: 'desk.read',
  given: z.unknown(),
  run: async () => ({ kind: 'say', to: 'person', saying: { summary: 'Home', parts: [] } }),
});

test('the Messages tab opens no Home', async () => {
  const answered: Reply[] = [];
  const nothing = async () => undefined;
  const app = new App({
    receiver: { init: () => undefined, start: nothing, stop: nothing },
    authorize: async () => ({ botToken: 'xoxb-test', botId: 'B1', botUserId: 'UPENNY' }),
    convoStore: false,
  });
  listen(app, {
    commands: [],
    interactions: [home],
    suggestions: [],
    ports: { log: silent, store: smallStore({ UBEN: ['accountant'] }).store } as unknown as Ports, // no other is reached
    answer: async (reply) => void answered.push(reply),
    team: 'T1',
  });
  const opened = (tab: string) =>
    app.processEvent({
      body: {
        type: 'event_callback',
        team_id: 'T1',
        event_id: tab,
        event: { type: 'app_home_opened', user: 'UBEN', tab },
      },
      ack: nothing,
    });

  await opened('messages');
  expect(answered).toEqual([]);

  await opened('home');
  expect(answered).toMatchObject([{ kind: 'say' }]);
});
