import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useWorkspace } from '../workspace.tsx';
import { ChannelList } from './channel-list.tsx';
import { PeopleRail } from './people-rail.tsx';

type Props = { readonly at: string | null; readonly open: boolean; readonly close: () => void };

/** People on the rail, places beside it. On a phone both come as a drawer. */
export function Sidebar({ at, open, close }: Props) {
  const { snapshot } = useWorkspace();
  const { me, team } = snapshot;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
  }, [open]);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) {
      close();
      document.querySelector<HTMLElement>('.drawer-button')?.focus();
    }
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the drawer is the pointer's Escape */}
      {open && <div className="drawer-scrim" role="presentation" onClick={close} />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the drawer from anywhere inside */}
      <div ref={box} className="sidebar" data-open={open} onKeyDown={keys}>
        <PeopleRail />
        <div className="places">
          <header className="team">
            <p className="team-name">{team.name}</p>
            <p className="team-me">
              {me.realName} <span>{me.title}</span>
            </p>
          </header>
          <ChannelList at={at} done={close} />
        </div>
      </div>
    </>
  );
}
