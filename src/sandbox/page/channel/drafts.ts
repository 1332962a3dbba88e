import { useState } from 'react';

/** What was typed and not sent, kept while the page lives, so that a switch of places or persons loses nothing. */
const drafts = new Map<string, string>();

export function draftKey(me: string, channel: string, thread: string | undefined): string {
  return [me, channel, thread ?? ''].join('/');
}

export function useDraft(key: string): readonly [string, (text: string) => void] {
  const [text, setText] = useState(() => drafts.get(key) ?? '');
  return [
    text,
    (next) => {
      drafts.set(key, next);
      setText(next);
    },
  ];
}
