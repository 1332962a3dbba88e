import { useEffect } from 'react';
import type { Channel } from '../page-api.ts';
import { Blocks } from './blocks/blocks.tsx';
import { ChannelBody } from './channel/channel-view.tsx';
import { PaneHead } from './pane-head.tsx';
import { SurfaceProvider, useTouched } from './surface.tsx';
import { useWorkspace } from './workspace.tsx';

type Props = {
  readonly channel: Channel | undefined;
  readonly appChannel: Channel | undefined;
  readonly openDrawer: () => void;
};

/** The app's own place: its Home, and the direct messages with it. */
export function AppView({ channel, appChannel, openDrawer }: Props) {
  const { snapshot, go } = useWorkspace();
  const tabs = [
    { key: 'home', label: 'Home', on: !channel },
    ...(appChannel ? [{ key: appChannel.id, label: 'Messages', on: Boolean(channel) }] : []),
  ];
  return (
    <main className="main" aria-label={snapshot.app.name}>
      <PaneHead title={snapshot.app.name} icon="bolt" openDrawer={openDrawer} badge="App" />
      <div className="tabs" role="tablist" aria-label={`${snapshot.app.name} tabs`}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            type="button"
            role="tab"
            aria-selected={tab.on}
            className="tab"
            onClick={() => go({ at: tab.key })}
          >
            {tab.label}
            {tab.key !== 'home' && appChannel && appChannel.unread > 0 && (
              <span className="badge">{appChannel.unread}</span>
            )}
          </button>
        ))}
      </div>
      {channel ? (
        <ChannelBody key={`${snapshot.me.id}${channel.id}`} channel={channel} />
      ) : (
        <Home key={snapshot.me.id} />
      )}
    </main>
  );
}

function Home() {
  const { snapshot, act } = useWorkspace();
  const [touched, setTouched] = useTouched();
  const { home, app } = snapshot;

  // Opening the tab is what makes an app publish its Home; once each time it is opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new `act` with every snapshot is no new opening
  useEffect(() => void act({ do: 'home' }), []);

  return (
    <section className="home" role="tabpanel" aria-label="Home">
      {home ? (
        <SurfaceProvider at={{ viewId: home.id }} blocks={home.blocks} touched={touched} setTouched={setTouched}>
          <Blocks blocks={home.blocks} />
        </SurfaceProvider>
      ) : (
        <p className="nothing">{app.name} has not published its Home yet.</p>
      )}
    </section>
  );
}
