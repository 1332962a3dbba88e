import { expect, test } from 'vitest';
import { emoji, withEmoji } from '../../../../src/sandbox/page/text/emoji.ts';

test('Slack’s names become characters', () => {
  expect(['white_check_mark', 'large_green_circle', 'thumbsup', 'wave::skin-tone-3'].map(emoji)).toEqual([
    '✅',
    '🟢',
    '👍',
    '👋',
  ]);
});

test('what is no emoji stays as it was written', () => {
  expect(withEmoji('at 10:30:15 :nobody_knows: :eyes:')).toBe('at 10:30:15 :nobody_knows: 👀');
});
