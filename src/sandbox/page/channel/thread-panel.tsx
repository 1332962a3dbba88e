import { useEffect, useRef, useState } from 'react';
import type { Channel } from '../../page-api.ts';
import { Icon } from '../icon.tsx';
import { useWorkspace } from '../workspace.tsx';
import { spoken } from './channel-view.tsx';
import { Composer } from './composer.tsx';
import { DropArea } from './drop-area.tsx';
import { MessageList } from './message-list.tsx';
import { inThread } from './threads.ts';
import { useShare } from './use-share.ts';

type Props = { readonly channel: Channel; readonly thread: string };

export function ThreadPanel({ channel, thread }: Props) {
  const { snapshot, go } = useWorkspace();
  const [sent, setSent] = useState(0);
  const { sharing, share } = useShare(channel.id, thread);
  const all = snapshot.messages[channel.id] ?? [];
  const close = useRef<HTMLButtonElement>(null);
  const opener = useRef(document.activeElement);
  useEffect(() => close.current?.focus({ preventScroll: true }), []);
  const leave = () => {
    go({ thread: null });
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  return (
    <section
      className="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) leave();
      }}
    >
      <header className="thread-head">
        <h2>Thread</h2>
        <p>{spoken(channel)}</p>
        <button ref={close} type="button" className="icon-button" aria-label="Close thread" onClick={leave}>
          <Icon name="close" />
        </button>
      </header>
      <DropArea label="Drop to share in this thread" share={(files) => share({ files })}>
        <MessageList label="Replies" messages={inThread(all, thread)} all={all} inThread sent={sent} />
        <Composer
          channel={channel}
          threadTs={thread}
          label="Reply…"
          sharing={sharing}
          share={share}
          onSent={() => setSent(sent + 1)}
        />
      </DropArea>
    </section>
  );
}
