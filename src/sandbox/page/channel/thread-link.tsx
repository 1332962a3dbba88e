import type { Message } from '../../page-api.ts';
import { Avatar } from '../avatar.tsx';
import { clock, nearDay } from '../text/slack-date.ts';
import { useWorkspace } from '../workspace.tsx';
import { inThread, timeOf } from './threads.ts';

type Props = { readonly message: Message; readonly all: readonly Message[] };

/** "3 replies": who answered, when last, and the way to read it. */
export function ThreadLink({ message, all }: Props) {
  const { person, go, place } = useWorkspace();
  const replies = inThread(all, message.ts).slice(1);
  const last = replies.at(-1);
  const authors = [...new Set(replies.map((reply) => reply.user))].slice(0, 4);
  return (
    <button
      type="button"
      className="thread-link"
      aria-expanded={place.thread === message.ts}
      onClick={() => go({ at: message.channel, thread: message.ts })}
    >
      <span className="thread-faces">
        {authors.map((id) => (
          <Avatar key={id} person={person(id)} size={24} />
        ))}
      </span>
      <span className="thread-count">{message.replyCount === 1 ? '1 reply' : `${message.replyCount} replies`}</span>
      {last && <span className="thread-last">Last reply {lastSaid(timeOf(last))}</span>}
    </button>
  );
}

function lastSaid(at: Date): string {
  const now = new Date();
  const day = nearDay(at, now) ?? at.toLocaleDateString('en', { month: 'short', day: 'numeric' });
  return `${day === 'Today' ? 'today' : day} at ${clock(at)}`;
}
