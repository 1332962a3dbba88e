import { expect, test } from 'vitest';
import { control, form, read } from '../support/chat.ts';
import { digestDesk } from '../support/digests.ts';

const { desk, slack } = await digestDesk();
slack.channels.set('COUT', { isMember: false });
const opened = form(await desk.press(control(await desk.chat('/penny digest', 'ben'), 'New digest'), 'ben'));
const good = { what: 'vendors top 5', channel: 'CFIN', rhythm: 'monthly 15', at: '17:30', zone: 'new york' };
const saves = async (change: Readonly<Record<string, string>>, as: 'ben' | 'cleo' = 'ben') =>
  read(await desk.submit(opened, { ...good, ...change }, as));

test.each([
  [{ what: 'vendros' }, /^what: .*Did you mean “vendors”/],
  [{ what: 'trend --csv' }, /^what: A digest is a message/],
  [{ what: 'x'.repeat(301) }, /^what: Write at most 300 letters/],
  [{ channel: 'COUT' }, /^channel: Invite Penny to #out first/],
  [{ channel: '' }, /^channel: Choose a channel/],
  [{ rhythm: 'hourly' }, /^rhythm: Choose how often/],
  [{ at: '25:00' }, /^at: Write the hour like 09:00/],
  [{ zone: 'Atlantis' }, /^zone: There is no time zone “Atlantis”/],
])('%o stands under its question', async (change, says) => {
  expect(await saves(change)).toMatch(says);
});

test('saved by who may, in the zone that was chosen; once', async () => {
  expect(await saves({}, 'cleo')).toMatch(/Your role does not let you/);
  expect(await saves({})).toMatch(
    /^“vendors top 5” comes to CFIN on the 15th of each month at 17:30 \(America\/New_York\), first on Wednesday 15 April 2026\./,
  );
  expect(await saves({})).toMatch(/^channel: That digest comes there at that time already/);
  const { what: _, ...unnamed } = good;
  expect(read(await desk.submit(opened, unnamed, 'ben'))).toMatch(/^“overview last month” comes to CFIN/);
});
