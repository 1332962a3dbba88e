import { describe, expect, it } from 'vitest';
import { linked, linkedWithNames } from '../../../src/sandbox/acts/mentions.ts';
import { systemClock } from '../../../src/sandbox/clock.ts';
import { defaultWorkspace } from '../../../src/sandbox/seed.ts';
import { createWorkspace } from '../../../src/sandbox/workspace.ts';

const workspace = createWorkspace({
  seed: defaultWorkspace,
  clock: systemClock,
  fileProcessingMs: 0,
  origin: '',
  botToken: '',
  deliver() {},
});

describe('what a person types', () => {
  it.each([
    ['a < b & c > d', 'a &lt; b &amp; c &gt; d'],
    ['@ada, see #ops.', '<@U0ADAOKAFO>, see <#C0OPSALERT|ops>.'],
    ['ben@ada.test and @nobody and #nowhere', 'ben@ada.test and @nobody and #nowhere'],
    ['<@U0ADAOKAFO> already', '<@U0ADAOKAFO> already'],
    ['<script>', '&lt;script&gt;'],
  ])('%s becomes %s', (typed, stored) => {
    expect(linked(workspace, typed)).toBe(stored);
  });

  it('keeps the names in a command', () => {
    expect(linkedWithNames(workspace, 'to @ada')).toBe('to <@U0ADAOKAFO|ada>');
  });
});
