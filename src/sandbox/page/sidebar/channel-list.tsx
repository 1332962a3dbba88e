import type { ReactNode } from 'react';
import type { Channel, Snapshot } from '../../page-api.ts';
import { Avatar } from '../avatar.tsx';
import { Icon } from '../icon.tsx';
import { useWorkspace } from '../workspace.tsx';

type Props = { readonly at: string | null; readonly done: () => void };

export function ChannelList({ at, done }: Props) {
  const { snapshot, go } = useWorkspace();
  const direct = snapshot.channels.filter((channel) => channel.kind === 'im');
  const appChannel = direct.find((channel) => channel.members.includes(snapshot.app.userId));
  const open = (id: string) => {
    go({ at: id });
    done();
  };
  const row = (channel: Channel) => (
    <PlaceLink
      key={channel.id}
      channel={channel}
      current={at === channel.id}
      open={open}
      mark={markOf(channel, snapshot)}
    />
  );
  const others = direct.filter((channel) => channel !== appChannel);
  return (
    <nav className="channels" aria-label="Channels and messages">
      <Group title="Apps">
        <AppLink
          current={at === 'home' || at === appChannel?.id}
          unread={appChannel?.unread ?? 0}
          open={() => open('home')}
        />
      </Group>
      <Group title="Channels">{snapshot.channels.filter((channel) => channel.kind !== 'im').map(row)}</Group>
      {others.length > 0 && <Group title="Direct messages">{others.map(row)}</Group>}
    </nav>
  );
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="group" aria-label={title}>
      <h2>{title}</h2>
      <ul>{children}</ul>
    </section>
  );
}

type LinkProps = {
  readonly channel: Channel;
  readonly current: boolean;
  readonly mark: ReactNode;
  readonly open: (id: string) => void;
};

function PlaceLink({ channel, current, mark, open }: LinkProps) {
  const unread = current ? 0 : channel.unread;
  const name = channel.kind === 'im' ? channel.name : `#${channel.name}`;
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? 'place place-unread' : 'place'}
        aria-current={current ? 'page' : undefined}
        aria-label={unread > 0 ? `${name}, ${unread} unread` : name}
        onClick={() => open(channel.id)}
      >
        {mark}
        <span className="place-name">{channel.name}</span>
        {unread > 0 && <span className="badge">{unread}</span>}
      </button>
    </li>
  );
}

function AppLink({
  current,
  unread,
  open,
}: {
  readonly current: boolean;
  readonly unread: number;
  readonly open: () => void;
}) {
  const { snapshot } = useWorkspace();
  const { name, userId, connected } = snapshot.app;
  const said = [name, connected ? '' : 'not connected', unread > 0 ? `${unread} unread` : '']
    .filter(Boolean)
    .join(', ');
  return (
    <li>
      <button
        type="button"
        className={unread > 0 ? 'place place-unread' : 'place'}
        aria-current={current ? 'page' : undefined}
        aria-label={said}
        onClick={open}
      >
        <Avatar person={snapshot.people.find((person) => person.id === userId)} size={20} />
        <span className="place-name">{name}</span>
        <span className={connected ? 'presence presence-on' : 'presence'} />
        {unread > 0 && !current && <span className="badge">{unread}</span>}
      </button>
    </li>
  );
}

function markOf(channel: Channel, snapshot: Snapshot): ReactNode {
  if (channel.kind !== 'im') return <Icon name={channel.kind === 'private' ? 'lock' : 'hash'} />;
  const other = channel.members.find((id) => id !== snapshot.me.id) ?? snapshot.me.id;
  return <Avatar person={snapshot.people.find((person) => person.id === other)} size={20} />;
}
