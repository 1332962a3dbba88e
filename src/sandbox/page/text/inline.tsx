import { Fragment } from 'react';
import { useWorkspace } from '../workspace.tsx';
import { emoji } from './emoji.ts';
import { LibraryEmoji } from './library-emoji.tsx';
import type { Inline } from './mrkdwn.ts';
import { slackDate } from './slack-date.ts';

/** Draws a line of mrkdwn or rich text. */
export function InlineText({ inside }: { readonly inside: readonly Inline[] }) {
  return inside.map((inline, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other identity than their place
    <Fragment key={index}>
      <Piece inline={inline} />
    </Fragment>
  ));
}

function Piece({ inline }: { readonly inline: Inline }) {
  switch (inline.kind) {
    case 'text':
      return inline.text;
    case 'break':
      return <br />;
    case 'code':
      return <code>{inline.text}</code>;
    case 'bold':
      return (
        <strong>
          <InlineText inside={inline.inside} />
        </strong>
      );
    case 'italic':
      return (
        <em>
          <InlineText inside={inline.inside} />
        </em>
      );
    case 'strike':
      return (
        <s>
          <InlineText inside={inline.inside} />
        </s>
      );
    case 'emoji':
      return <Emoji name={inline.name} />;
    case 'link':
      return <Anchor href={inline.href} label={inline.label} />;
    case 'date': {
      const words = slackDate(inline.seconds, inline.format);
      return inline.href ? <Anchor href={inline.href} label={words} /> : words;
    }
    case 'broadcast':
      return <span className="mention mention-all">{inline.label}</span>;
    case 'group':
      return <span className="mention">{inline.label ?? '@group'}</span>;
    default:
      return <Mention kind={inline.kind} id={inline.id} label={inline.label} />;
  }
}

export function Emoji({ name }: { readonly name: string }) {
  const character = emoji(name);
  if (character.startsWith(':')) return <LibraryEmoji name={name} />;
  return (
    <span className="emoji" role="img" aria-label={name.replaceAll('_', ' ')}>
      {character}
    </span>
  );
}

function Anchor({ href, label }: { readonly href: string; readonly label: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer">
      {label}
    </a>
  );
}

type MentionProps = { readonly kind: 'person' | 'channel'; readonly id: string; readonly label: string | null };

function Mention({ kind, id, label }: MentionProps) {
  const { snapshot, person, channel, go } = useWorkspace();
  if (kind === 'person') {
    const name = person(id)?.realName || label || id;
    return <span className={id === snapshot.me.id ? 'mention mention-me' : 'mention'}>@{name}</span>;
  }
  const found = channel(id);
  if (!found) return <span className="mention">#{label ?? 'private-channel'}</span>;
  return (
    <button type="button" className="mention mention-link" onClick={() => go({ at: id })}>
      #{found.name}
    </button>
  );
}
