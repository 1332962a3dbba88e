import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { say } from '../../../src/domain/reply.ts';
import { command } from '../../../src/engine/command.ts';
import type { Message } from '../../../src/sandbox/page-api.ts';
import { type Opened, openDesk } from './desk.ts';

const echo = command({
  name: '/spend',
  says: 'Say it back',
  usage: '<words>',
  examples: ['/spend hello'],
  needs: 'report.read',
  args: z.strictObject({ words: z.string() }),
  positional: ['words'],
  run: async ({ words }) => say(`You said ${words}`),
});

const slow = command({
  name: '/penny slow',
  says: 'Take long',
  usage: '',
  examples: ['/penny slow'],
  needs: 'desk.read',
  args: z.strictObject({}),
  positional: [],
  run: async () => {
    await pause(3_300);
    return say('Done at last');
  },
});

let opened: Opened;
beforeAll(async () => {
  opened = await openDesk({ commands: [echo, slow] });
});
afterAll(() => opened.close());

const ephemeral = (text: string) => (seen: { messages: Readonly<Record<string, readonly Message[]>> }) =>
  Object.values(seen.messages)
    .flat()
    .find((message) => message.ephemeral && JSON.stringify(message).includes(text));

describe('a command', () => {
  test('is answered to the person alone', async () => {
    const ben = opened.sandbox.as('ben');

    expect(await ben.types('/spend hello there', 'finance')).toEqual({ ok: true });

    const message = await ben.waitsFor(ephemeral('You said hello there'));
    expect(message.channel).toBe('C0FINANCE1');
    expect(opened.sandbox.as('ada').sees().messages).not.toHaveProperty([message.channel, 0]);
  });

  test('is answered where Penny is no member', async () => {
    const ben = opened.sandbox.as('ben');

    await ben.types('/spend in general', 'general');

    expect((await ben.waitsFor(ephemeral('You said in general'))).channel).toBe('C0GENERAL1');
  });

  test('carries what the person typed, links and signs included', async () => {
    const ben = opened.sandbox.as('ben');

    await ben.types('/spend R&D <b> https://acme.example/x', 'finance');

    await ben.waitsFor(() => opened.small.asked.find(({ given }) => given === 'R&D <b> https://acme.example/x'));
  });

  test('is refused politely to whom Penny does not know', async () => {
    const noor = opened.sandbox.as('noor');

    await noor.types('/spend hello', 'invoices');

    await noor.waitsFor(ephemeral('Penny does not know you yet'));
  });

  test('that nobody has is answered with what can be typed', async () => {
    const ben = opened.sandbox.as('ben');

    await ben.types('/penny dance', 'finance');

    await ben.waitsFor(ephemeral('/penny slow'));
  });

  test('that takes long is acknowledged at once and answered when it is done', async () => {
    const ben = opened.sandbox.as('ben');

    const started = Date.now();
    expect(await ben.types('/penny slow', 'finance')).toEqual({ ok: true });
    expect(Date.now() - started).toBeLessThan(1_000);

    await ben.waitsFor(ephemeral('Done at last'), 8_000);
  });
});
