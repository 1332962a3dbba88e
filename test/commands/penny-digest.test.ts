import { beforeEach, expect, test } from 'vitest';
import { read } from '../support/chat.ts';
import { digestDesk } from '../support/digests.ts';

const { desk, slack, audited } = await digestDesk();
const types = async (words: string, as: 'ben' | 'ada' | 'cleo' | 'noor' = 'ben') =>
  read(await desk.chat(`/penny digest ${words}`.trim(), as));

beforeEach(() => desk.database.query({ text: 'delete from digest', values: [] }));

test.each([
  [
    'weekly vendors last week in <#CFIN> at 9',
    '“vendors last week” comes to CFIN every Monday at 09:00 (UTC), first on Monday 6 April 2026.',
  ],
  [
    'monthly',
    '“overview last month” comes to CIN on the first working day of each month at 09:00 (UTC), first on Wednesday 1 April 2026.',
  ],
  ['weekly', '“overview last week” comes to CIN every Monday at 09:00 (UTC), first on Monday 6 April 2026.'],
  ['daily at 10:01', '“overview” comes to CIN every day at 10:01 (UTC), first on Tuesday 31 March 2026.'],
  ['daily at 10', '“overview” comes to CIN every day at 10:00 (UTC), first on Wednesday 1 April 2026.'],
  [
    'monthly trend',
    '“trend” comes to CIN on the first working day of each month at 09:00 (UTC), first on Wednesday 1 April 2026.',
  ],
  [
    'reminders in <#CFIN> 7 days before',
    'Reminders 7 days before come to CFIN every weekday at 08:00 (UTC), first on Wednesday 1 April 2026.',
  ],
])('%s: one sentence says what was set, and when it comes first', async (words, says) => {
  const said = await types(words);
  expect(said).toContain(`${says}\n[Send now] [Stop]`);
});

test('without words it lists them, the next first, with who set each', async () => {
  expect(await types('')).toMatch(/^Nothing comes on a schedule yet\.\n\[New digest\]/);

  await types('monthly on the 15th trend in <#CFIN>', 'ada');
  await types('weekly vendors');
  expect(await types('')).toMatch(
    /^2 digests come on a schedule\.\n“vendors” in CIN\nEvery Monday at 09:00 \(UTC\) · next on Monday 6 April 2026 · set by UBEN\n\[Send now\] \[Stop\]\n“trend” in CFIN\nOn the 15th .* set by UADA\n\[Send now\] \[Stop\]\n\[New digest\]/,
  );
});

test('more than Slack can show are counted', async () => {
  for (let day = 1; day <= 23; day += 1) await types(`monthly on the ${day}th`);
  const shown = await types('');
  expect(shown.match(/\[Stop\]/g)).toHaveLength(20);
  expect(shown).toMatch(/3 more come later than these/);
});

test('the same is set once, and reminders once in a channel; a change is on record', async () => {
  await types('weekly vendors');
  expect(await types('vendors every monday', 'ada')).toMatch(/^That digest comes there at that time already/);
  expect(await types('weekly vendors at 10')).toMatch(/comes to CIN/);
  await types('reminders');
  expect(await types('reminders 5 days before')).toMatch(/^Reminders come there already\. Stop them/);

  expect((await audited()).at(-1)).toMatchObject({
    actor: 'ben',
    action: 'digest.set',
    before: null,
    after: { kind: 'reminders', days: 3, channel: 'CIN', rhythm: 'weekdays', at: '08:00', zone: 'UTC' },
  });
});

test.each([
  ['weekly vendros last week', /Did you mean “vendors”/],
  ['weekly --csv', /A digest is a message/],
  ['weekly ageing top 5', /“top” does not go with ageing/],
  ['last week', /^Say how often/],
  ['weekly in <#CGONE>', /^Penny does not see that channel.*\/invite @Penny/],
  ['weekly in <#COUT>', /^Invite Penny to #out first: \/invite @Penny\.$/],
  ['weekly in <#COLD>', /^#old is archived/],
  ['weekly in <#CEXT>', /^#ext is shared with another company, so no numbers come there/],
  ['weekly in <#DUADA>', /^Of direct messages Penny knows only those with her/],
])('%s is refused with the next step', async (words, says) => {
  slack.channels.set('CGONE', null).set('COUT', { isMember: false }).set('COLD', { isArchived: true });
  slack.channels.set('CEXT', { isShared: true });
  expect(await types(words)).toMatch(says);
  expect(await types('')).toMatch(/^Nothing comes/);
});

test('direct messages with Penny are a place too', async () => {
  expect(await types('weekly in <#DUBEN>')).toMatch(/comes to direct messages every Monday/);
});

test('who may not, may not even look', async () => {
  expect(await types('', 'cleo')).toMatch(/does not let you set and stop digests/);
  expect(await types('weekly', 'noor')).toMatch(/Ask an admin/);
});
