// biome-ignore-all lint/suspicious/noArrayIndexKey: the pieces have no other identity than their place
import { Fragment } from 'react';
import { InlineText } from '../text/inline.tsx';
import { type Inline, link } from '../text/mrkdwn.ts';
import type { RichLeaf, RichPart, RichPiece, RichText } from './shapes.ts';

/** Rich text of a message or of a table's cell: too small and too many there for a library's wrapper around each. */
export function RichTextView({ of }: { readonly of: RichText }) {
  return (
    <div className="rich-text">
      {of.elements.map((part, index) => (
        <Part key={`${part.type}${index}`} part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { readonly part: RichPart }) {
  const inside = <Pieces pieces={part.elements} />;
  switch (part.type) {
    case 'rich_text_list':
      return <List part={part} />;
    case 'rich_text_quote':
      return <blockquote>{inside}</blockquote>;
    case 'rich_text_preformatted':
      return <pre>{inside}</pre>;
    default:
      return <div>{inside}</div>;
  }
}

function List({ part }: { readonly part: RichPart }) {
  const style = { marginLeft: `${(part.indent ?? 0) * 24}px` };
  const items = part.elements.map((piece, index) => (
    <li key={`${piece.type}${index}`}>{isPart(piece) && <Part part={piece} />}</li>
  ));
  if (part.style === 'ordered')
    return (
      <ol style={style} start={(part.offset ?? 0) + 1}>
        {items}
      </ol>
    );
  return <ul style={style}>{items}</ul>;
}

function Pieces({ pieces }: { readonly pieces: readonly RichPiece[] }) {
  return pieces.map((piece, index) => (
    <Fragment key={`${piece.type}${index}`}>{!isPart(piece) && <InlineText inside={inlinesOf(piece)} />}</Fragment>
  ));
}

function isPart(piece: RichPiece): piece is RichPart {
  return piece.type.startsWith('rich_text_');
}

function inlinesOf(leaf: RichLeaf): readonly Inline[] {
  return styled(bare(leaf), leaf);
}

function styled(inside: readonly Inline[], { style = {}, text = '' }: RichLeaf): readonly Inline[] {
  let out = style.code ? [{ kind: 'code', text } as const] : inside;
  if (style.bold) out = [{ kind: 'bold', inside: out }];
  if (style.italic) out = [{ kind: 'italic', inside: out }];
  if (style.strike) out = [{ kind: 'strike', inside: out }];
  return out;
}

function bare(leaf: RichLeaf): readonly Inline[] {
  switch (leaf.type) {
    case 'text':
      return (leaf.text ?? '')
        .split(/(\n)/)
        .map((text) => (text === '\n' ? { kind: 'break' } : { kind: 'text', text }));
    case 'link':
      return [link(leaf.url ?? '', leaf.text ?? leaf.url ?? '')];
    case 'user':
      return [{ kind: 'person', id: leaf.user_id ?? '', label: null }];
    case 'channel':
      return [{ kind: 'channel', id: leaf.channel_id ?? '', label: null }];
    case 'usergroup':
      return [{ kind: 'group', id: leaf.usergroup_id ?? '', label: null }];
    case 'emoji':
      return [{ kind: 'emoji', name: leaf.name ?? '' }];
    case 'broadcast':
      return [{ kind: 'broadcast', label: `@${leaf.range}` }];
    case 'date':
      return [{ kind: 'date', seconds: leaf.timestamp ?? 0, format: leaf.format ?? '{date}', href: leaf.url ?? null }];
    default:
      return [{ kind: 'text', text: leaf.value ?? leaf.text ?? '' }];
  }
}
