import { useEffect } from 'react';
import { Desk } from './desk.tsx';
import { Icon } from './icon.tsx';
import { usePlace } from './place.ts';
import { Toasts, useToasts } from './toasts.tsx';
import { useLive } from './use-live.ts';
import { WorkspaceProvider } from './workspace.tsx';

/** The page: who is looking, where, and the live line to the server. */
export function App() {
  const [place, go] = usePlace();
  const { snapshot, state, version } = useLive(place.as);
  const { toasts, toast, drop } = useToasts();
  const me = snapshot?.me.id;

  // The first snapshot tells who there is; an id nobody has is replaced by the one the server chose.
  const settled = state === 'live' && me && (!place.as || !snapshot.people.some((person) => person.id === place.as));
  useEffect(() => {
    if (settled) go({ as: me });
  }, [settled, me, go]);

  return (
    <>
      {snapshot ? (
        <WorkspaceProvider snapshot={snapshot} version={version} place={place} go={go} toast={toast}>
          <Desk state={state} />
        </WorkspaceProvider>
      ) : (
        <main className="opening" aria-busy="true">
          <Icon name="reply" />
          <p role="status">Opening the sandbox…</p>
        </main>
      )}
      <Toasts toasts={toasts} drop={drop} />
    </>
  );
}
