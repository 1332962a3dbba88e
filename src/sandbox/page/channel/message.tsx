import { memo } from 'react';
import type { Message } from '../../page-api.ts';
import { Avatar } from '../avatar.tsx';
import { Blocks } from '../blocks/blocks.tsx';
import { Icon } from '../icon.tsx';
import { SurfaceProvider, useTouched } from '../surface.tsx';
import { clock } from '../text/slack-date.ts';
import { Mrkdwn } from '../text/text.tsx';
import { useWorkspace } from '../workspace.tsx';
import { FileCard } from './file-card.tsx';
import { MessageTools } from './message-tools.tsx';
import { Reactions } from './reactions.tsx';
import { ThreadLink } from './thread-link.tsx';
import { timeOf } from './threads.ts';

type Props = {
  readonly message: Message;
  readonly all: readonly Message[];
  readonly inThread: boolean;
  /** Stands under the message before it without repeating who speaks. */
  readonly follows: boolean;
};

export const MessageView = memo(function MessageView({ message, all, inThread, follows }: Props) {
  const { person } = useWorkspace();
  const author = person(message.user);
  const name = author?.realName || author?.name || 'Somebody';
  const time = clock(timeOf(message));
  return (
    <article
      className={message.ephemeral ? 'message message-private' : 'message'}
      aria-label={`${name} at ${time}`}
      data-ts={message.ts}
      data-follows={follows}
    >
      {message.ephemeral && (
        <p className="private-line">
          <Icon name="eye" />
          Only visible to you
        </p>
      )}
      <div className="message-side">
        {follows ? <time className="message-time">{time}</time> : <Avatar person={author} />}
      </div>
      <div className="message-body">
        {!follows && (
          <p className="message-head">
            <span className="message-author">{name}</span>
            {author?.isBot && <span className="app-badge">App</span>}
            {author?.isGuest && <span className="app-badge">Guest</span>}
            <time className="message-time" dateTime={timeOf(message).toISOString()}>
              {time}
            </time>
          </p>
        )}
        <Said message={message} />
        {message.files.map((file) => (
          <FileCard key={file.id} file={file} />
        ))}
        <Reactions reactions={message.reactions} />
        {!inThread && message.replyCount > 0 && <ThreadLink message={message} all={all} />}
      </div>
      <MessageTools message={message} inThread={inThread} />
    </article>
  );
});

function Said({ message }: { readonly message: Message }) {
  const [touched, setTouched] = useTouched();
  const edited = message.edited && <span className="edited">(edited)</span>;
  if (message.blocks.length === 0) {
    if (message.text === '') return null;
    return (
      <div className="said">
        <Mrkdwn text={message.text} />
        {edited}
      </div>
    );
  }
  return (
    <SurfaceProvider
      at={{ channel: message.channel, ts: message.ts }}
      blocks={message.blocks}
      touched={touched}
      setTouched={setTouched}
    >
      <Blocks blocks={message.blocks} />
      {edited}
    </SurfaceProvider>
  );
}
