import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startSchedules } from '../../../src/adapters/cron/schedules.ts';
import { pinoLog } from '../../../src/adapters/pino/pino-log.ts';

beforeEach(() => void vi.useFakeTimers({ now: new Date('2026-03-31T10:05:30Z') }));
afterEach(() => void vi.useRealTimers());

test('fires at its minute with the slot, and goes on after a failure', async () => {
  const lines: string[] = [];
  const slots: string[] = [];
  const fire = async (slot: Date) => {
    slots.push(slot.toISOString());
    if (slots.length === 1) throw new Error('the first one fails');
  };
  const schedules = startSchedules(
    [{ name: 'hourly', every: '7 * * * *', fire }],
    pinoLog('info', { write: (line) => lines.push(line) }),
  );

  await vi.advanceTimersByTimeAsync(2 * 60 * 60 * 1000);
  await schedules.stop();
  await vi.advanceTimersByTimeAsync(2 * 60 * 60 * 1000);

  expect(slots).toEqual(['2026-03-31T10:07:00.000Z', '2026-03-31T11:07:00.000Z']);
  expect(lines.join('')).toContain('the first one fails');
});
