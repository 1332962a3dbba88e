import { useEffect, useState } from 'react';
import type { Snapshot } from '../page-api.ts';
import { AppView } from './app-view.tsx';
import { ChannelView } from './channel/channel-view.tsx';
import { ThreadPanel } from './channel/thread-panel.tsx';
import { ModalStack } from './modal/modal-stack.tsx';
import { Sidebar } from './sidebar/sidebar.tsx';
import { StateLine } from './state-line.tsx';
import type { Live } from './use-live.ts';
import { useWorkspace } from './workspace.tsx';

/** Sidebar, what is open in the middle, the thread beside it, and modals above all. */
export function Desk({ state }: { readonly state: Live['state'] }) {
  const { snapshot, place } = useWorkspace();
  const [drawer, setDrawer] = useState(false);
  const at = standingAt(snapshot, place.at);
  const channel = snapshot.channels.find((each) => each.id === at);
  const appChannel = snapshot.channels.find((each) => isAppChannel(each, snapshot));
  const inApp = at === 'home' || (channel !== undefined && channel === appChannel);
  const name = inApp ? snapshot.app.name : `${channel?.kind === 'im' ? '' : '#'}${channel?.name ?? ''}`;

  useEffect(() => {
    document.title = `${name} – ${snapshot.team.name}`;
  }, [name, snapshot.team.name]);

  // The thread of another person's place has no meaning here.
  const thread =
    (channel && snapshot.messages[channel.id]?.some(({ ts }) => ts === place.thread) && place.thread) || null;
  const openDrawer = () => setDrawer(true);
  return (
    <div className="desk" data-thread={thread ? 'open' : 'closed'}>
      <Sidebar at={at} open={drawer} close={() => setDrawer(false)} />
      <div className="middle">
        <StateLine state={state} />
        {inApp && <AppView channel={channel} appChannel={appChannel} openDrawer={openDrawer} />}
        {!inApp && channel && (
          <ChannelView key={`${snapshot.me.id}${channel.id}`} channel={channel} openDrawer={openDrawer} />
        )}
        {!inApp && !channel && (
          <main className="main">
            <p className="nothing">There is no channel that {snapshot.me.realName} can see.</p>
          </main>
        )}
      </div>
      {thread && channel && <ThreadPanel key={thread} channel={channel} thread={thread} />}
      <ModalStack />
    </div>
  );
}

/** A channel that this person does not see, after a switch of persons, gives way to their first one. */
function standingAt(snapshot: Snapshot, at: string | null): string | null {
  if (at === 'home' || snapshot.channels.some((channel) => channel.id === at)) return at;
  return snapshot.channels[0]?.id ?? null;
}

export function isAppChannel(channel: Snapshot['channels'][number], snapshot: Snapshot): boolean {
  return channel.kind === 'im' && channel.members.includes(snapshot.app.userId);
}
