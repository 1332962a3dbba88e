import { useEffect, useState } from 'react';
import type { Channel } from '../../page-api.ts';
import { PaneHead } from '../pane-head.tsx';
import { useWorkspace } from '../workspace.tsx';
import { Composer } from './composer.tsx';
import { DropArea } from './drop-area.tsx';
import { MessageList } from './message-list.tsx';
import { inChannel } from './threads.ts';
import { useShare } from './use-share.ts';

type Props = { readonly channel: Channel; readonly openDrawer: () => void };

export function ChannelView({ channel, openDrawer }: Props) {
  const { topic, members, kind } = channel;
  const people = kind === 'im' ? {} : { members: members.length };
  return (
    <main className="main" aria-label={spoken(channel)}>
      <PaneHead title={channel.name} icon={iconOf(channel)} detail={topic} openDrawer={openDrawer} {...people} />
      <ChannelBody channel={channel} />
    </main>
  );
}

/** Messages and composer: also what the app's Messages tab shows. */
export function ChannelBody({ channel }: { readonly channel: Channel }) {
  const { snapshot, act } = useWorkspace();
  const [sent, setSent] = useState(0);
  const { sharing, share } = useShare(channel.id);
  const messages = snapshot.messages[channel.id] ?? [];

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `act` comes with every snapshot and is no reason
  useEffect(() => {
    if (channel.unread > 0) void act({ do: 'read', channel: channel.id });
  }, [channel.id, channel.unread]);

  return (
    <DropArea label={`Drop to share in ${spoken(channel)}`} share={(files) => share({ files })}>
      <MessageList
        key={channel.id}
        label={`Messages in ${spoken(channel)}`}
        messages={inChannel(messages)}
        all={messages}
        sent={sent}
        empty={`This is the very beginning of ${spoken(channel)}.`}
      />
      <Composer
        channel={channel}
        label={`Message ${spoken(channel)}`}
        sharing={sharing}
        share={share}
        onSent={() => setSent(sent + 1)}
      />
    </DropArea>
  );
}

/** How a channel is called in a sentence. */
export function spoken(channel: Channel): string {
  return channel.kind === 'im' ? channel.name : `#${channel.name}`;
}

function iconOf(channel: Channel) {
  if (channel.kind === 'im') return 'reply';
  return channel.kind === 'private' ? 'lock' : 'hash';
}
