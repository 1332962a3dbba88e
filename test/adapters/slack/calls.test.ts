import { expect, test } from 'vitest';
import { callerOf, newCallId, typed } from '../../../src/adapters/slack/calls.ts';

test.each([
  ['last month', 'last month'],
  ['vendor:<http://amazon.com|amazon.com>', 'vendor:amazon.com'],
  ['<https://ok.example/a?b=1&amp;c=2>', 'https://ok.example/a?b=1&c=2'],
  ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
  ['<@U0BEN|ben> in <#C0INV|invoices>', '<@U0BEN> in <#C0INV>'],
  ['R&amp;D &lt;b&gt;', 'R&D <b>'],
  ['&amp;lt;', '&lt;'],
])('%j was typed as %j', (sent, text) => {
  expect(typed(sent)).toBe(text);
});

test('somebody of another workspace is named so that no directory knows them', () => {
  expect(callerOf('U1', 'T1', 'T1')).toEqual({ by: 'U1', team: 'T1' });
  expect(callerOf('U1', null, 'T1')).toEqual({ by: 'U1', team: null });
  expect(callerOf('U1', 'T2', 'T1')).toEqual({ by: 'T2:U1', team: 'T2' });
});

test('a call has a name that can be read out, and no other has it', () => {
  const ids = Array.from({ length: 1000 }, newCallId);

  expect(new Set(ids).size).toBe(1000);
  expect(ids.every((id) => /^[0-9a-f]{12}$/.test(id))).toBe(true);
});
