import { afterEach, expect, test } from 'vitest';
import { z } from 'zod';
import { happening } from '../../../src/engine/interaction.ts';
import { manualClock } from '../../../src/sandbox/clock.ts';
import type { JournalEntry } from '../../../src/sandbox/journal.ts';
import type { Sandbox } from '../../../src/sandbox/sandbox.ts';
import { type DeskOptions, type Opened, openDesk } from './desk.ts';

const fileShared = happening({
  name: 'file-shared',
  origin: 'file',
  needs: 'document.share',
  given: z.object({ file: z.string(), channel: z.string() }),
  run: async () => ({ kind: 'quiet' }),
});

const pdf = { name: 'invoice.pdf', bytes: Buffer.from('%PDF-1.4 not much of one') };

let opened: Opened | null = null;
const open = async (options: DeskOptions = {}) => (opened = await openDesk({ interactions: [fileShared], ...options }));
afterEach(async () => {
  await opened?.close();
  opened = null;
});

type Envelope = Extract<JournalEntry, { kind: 'envelope' }>;
const envelopes = ({ journal }: Sandbox) =>
  journal.filter((entry): entry is Envelope => entry.kind === 'envelope' && entry.type === 'events_api');
const acks = ({ journal }: Sandbox) => journal.filter((entry) => entry.kind === 'ack');

/** Looks again whenever something is written to the journal or the clock moves. */
async function until<T>(look: () => T | undefined | false): Promise<T> {
  const end = Date.now() + 5_000;
  for (;;) {
    const seen = look();
    if (seen !== undefined && seen !== false) return seen;
    if (Date.now() > end) throw new Error('It never came to be.');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

test('an event is kept with its job, then acknowledged', async () => {
  const { sandbox, small } = await open();

  await sandbox.as('cleo').shares(pdf, 'invoices');

  await until(() => acks(sandbox).length === 1);
  const [event] = [...small.events.values()];
  expect(event).toMatchObject({
    type: 'file_shared',
    body: {
      entry: 'file-shared',
      call: { id: event?.id, origin: 'file', by: 'U0CLEOMARC', channel: 'C0INVOICES', team: 'T0PENNYCO1' },
    },
  });
  expect(small.tasks).toEqual([{ name: 'take-event', payload: { event: event?.id }, key: event?.id }]);
});

test('an event that cannot be kept is not acknowledged, and kept once when Slack brings it again', async () => {
  const clock = manualClock();
  const { sandbox, small } = await open({ sandbox: { clock, fileProcessingMs: 0 } });
  small.away = true;

  await sandbox.as('cleo').shares(pdf, 'invoices');
  await until(() => envelopes(sandbox).length === 1);
  await until(() => opened?.lines.some(({ sentence }) => sentence.includes('could not be kept')));
  clock.advance(3_000);
  await until(() => envelopes(sandbox).length === 2);
  await until(() => (opened?.lines.filter(({ sentence }) => sentence.includes('could not be kept')).length ?? 0) === 2);
  expect(acks(sandbox)).toHaveLength(0);

  small.away = false;
  clock.advance(3_000 + 60_000);

  await until(() => acks(sandbox).length === 1);
  expect(envelopes(sandbox)).toHaveLength(3);
  expect(new Set(envelopes(sandbox).map(({ payload }) => payload.event_id)).size).toBe(1);
  expect(small.tasks).toHaveLength(1);
});

test('an event that Slack brings twice is acknowledged twice and kept once', async () => {
  const clock = manualClock();
  const { sandbox, small } = await open({ sandbox: { clock, fileProcessingMs: 0 } });
  sandbox.faults.ignoreAcks(1);

  await sandbox.as('cleo').shares(pdf, 'invoices');
  await until(() => small.events.size === 1);
  clock.advance(3_000);

  await until(() => acks(sandbox).length === 1);
  expect(envelopes(sandbox)).toHaveLength(2);
  expect(small.tasks).toHaveLength(1);
});

test('what Penny uploads itself is acknowledged and dropped', async () => {
  const { sandbox, desk, small } = await open();
  const picture = { png: onePixel, alt: 'A dot', name: 'dot' };
  await desk.workspace.post('C0INVOICES', null, { summary: 'A dot', parts: [{ part: 'picture', picture }] }, 'dot-1');
  await sandbox.as('cleo').shares(pdf, 'invoices');

  await until(() => small.events.size === 1);

  expect([...small.events.values()][0]).toMatchObject({ body: { call: { by: 'U0CLEOMARC' } } });
});

test('events of no registered interaction are acknowledged and not kept', async () => {
  const { sandbox, small } = await open({ interactions: [] });

  await sandbox.as('cleo').shares(pdf, 'invoices');

  await until(() => acks(sandbox).length === 1);
  expect(small.events.size).toBe(0);
});

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
