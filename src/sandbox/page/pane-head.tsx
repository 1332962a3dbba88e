import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';
import { Icon, type IconName } from './icon.tsx';
import { useWorkspace } from './workspace.tsx';

type Props = {
  readonly title: string;
  readonly icon?: IconName;
  readonly badge?: string;
  readonly detail?: string;
  readonly members?: number;
  readonly openDrawer: () => void;
  readonly children?: ReactNode;
};

/** The line over the middle: where one is, and on a phone the way to the sidebar. */
export function PaneHead({ title, icon, badge, detail, members, openDrawer, children }: Props) {
  const { snapshot } = useWorkspace();
  const unread = snapshot.channels.some((channel) => channel.unread > 0);
  return (
    <header className="pane-head">
      <button type="button" className="icon-button drawer-button" aria-label="Open sidebar" onClick={openDrawer}>
        <Icon name="menu" />
        {unread && <span className="dot" />}
      </button>
      <h1>
        {icon && <Icon name={icon} />}
        <span>{title}</span>
        {badge && <span className="app-badge">{badge}</span>}
      </h1>
      {detail && <p className="topic">{detail}</p>}
      {members !== undefined && (
        <span className="members" title={`${members} members`}>
          <Icon name="people" />
          {members}
        </span>
      )}
      {children}
      <button
        type="button"
        className="me-button"
        aria-label={`You are ${snapshot.me.realName}. Switch person`}
        onClick={openDrawer}
      >
        <Avatar person={snapshot.me} size={32} />
      </button>
    </header>
  );
}
