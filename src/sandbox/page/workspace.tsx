import { createContext, type ReactNode, useCallback, useContext, useMemo } from 'react';
import type { Action, ActionResult, Channel, Person, Snapshot } from '../page-api.ts';
import type { Place } from './place.ts';
import { sendAction, sendFile, sendSample, type Upload } from './server.ts';

/** What every part of the page may ask for: the snapshot, who is who, and ways to do something about it. */
export type Workspace = {
  readonly snapshot: Snapshot;
  readonly version: number;
  readonly place: Place;
  readonly go: (to: Partial<Place>) => void;
  /** Does it as the current person; a refusal is shown as a toast and returned. */
  readonly act: (action: Action) => Promise<ActionResult>;
  /** The same for whoever shows a refusal in its own place. */
  readonly actQuietly: (action: Action) => Promise<ActionResult>;
  readonly share: (upload: Upload) => Promise<ActionResult>;
  readonly shareSample: (channel: string, name: string) => Promise<ActionResult>;
  readonly toast: (sentence: string) => void;
  readonly person: (id: string) => Person | undefined;
  readonly channel: (id: string) => Channel | undefined;
};

const Context = createContext<Workspace | null>(null);

type Props = Pick<Workspace, 'snapshot' | 'version' | 'place' | 'go' | 'toast'> & { readonly children: ReactNode };

export function WorkspaceProvider({ snapshot, version, place, go, toast, children }: Props) {
  const as = snapshot.me.id;
  const told = useCallback(
    async (result: Promise<ActionResult>) => {
      const answer = await result;
      if (!answer.ok) toast(answer.error);
      return answer;
    },
    [toast],
  );
  const workspace = useMemo<Workspace>(() => {
    const people = new Map(snapshot.people.map((person) => [person.id, person]));
    const channels = new Map(snapshot.channels.map((channel) => [channel.id, channel]));
    return {
      snapshot,
      version,
      place,
      go,
      toast,
      act: (action) => told(sendAction(as, action)),
      actQuietly: (action) => sendAction(as, action),
      share: (upload) => told(sendFile(as, upload)),
      shareSample: (channel, name) => told(sendSample(as, channel, name)),
      person: (id) => people.get(id),
      channel: (id) => channels.get(id),
    };
  }, [snapshot, version, place, go, toast, told, as]);
  return <Context value={workspace}>{children}</Context>;
}

export function useWorkspace(): Workspace {
  const workspace = useContext(Context);
  if (!workspace) throw new Error('useWorkspace stands outside of WorkspaceProvider');
  return workspace;
}
