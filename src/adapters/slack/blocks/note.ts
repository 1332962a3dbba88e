import type { types } from '@slack/bolt';
import type { Text } from '../../../domain/reply.ts';
import { mrkdwnObject } from './mrkdwn.ts';
import { plain } from './plain.ts';
import { spansOf } from './spans.ts';

const most = 2000;

/** Small print. A text without markup goes out as plain_text, letter by letter. */
export function noteBlock(text: Text): types.ContextBlock {
  const spans = spansOf(text);
  const words = spans.filter((span) => typeof span === 'string');
  const element = words.length === spans.length ? plain(words.join(''), most) : mrkdwnObject(text, most);
  return { type: 'context', elements: [element] };
}
