import { useMemo } from 'react';
import type { TextObject } from '../blocks/shapes.ts';
import { withEmoji } from './emoji.ts';
import { InlineText } from './inline.tsx';
import { decode, parseMrkdwn } from './mrkdwn.ts';

/** A text object of a block: mrkdwn with its markup, plain text as it is. */
export function Text({ of }: { readonly of: TextObject }) {
  return of.type === 'mrkdwn' ? <Mrkdwn text={of.text} /> : <span className="plain">{plain(of)}</span>;
}

/** What a label, an option or a title says, as a string. */
export function plain(of: TextObject | string | undefined): string {
  if (of === undefined) return '';
  return withEmoji(typeof of === 'string' ? of : decode(of.text));
}

export function Mrkdwn({ text }: { readonly text: string }) {
  const parts = useMemo(() => parseMrkdwn(text), [text]);
  return (
    <div className="mrkdwn">
      {parts.map((part, index) => {
        const key = `${part.kind}${index}`;
        if (part.kind === 'fence') return <pre key={key}>{part.text}</pre>;
        if (part.kind === 'quote')
          return (
            <blockquote key={key}>
              <InlineText inside={part.inside} />
            </blockquote>
          );
        return (
          <div key={key}>
            <InlineText inside={part.inside} />
          </div>
        );
      })}
    </div>
  );
}
