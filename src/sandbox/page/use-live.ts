import { useEffect, useState } from 'react';
import type { Snapshot } from '../page-api.ts';

export type Live = {
  readonly snapshot: Snapshot | null;
  readonly state: 'opening' | 'live' | 'reconnecting';
  /** Counts snapshots: a change means that the server has spoken again. */
  readonly version: number;
};

const retryAfter = 1000;

/** The workspace as `as` sees it, kept up to date; the last snapshot stays while the line is down. */
export function useLive(as: string | null): Live {
  const [live, setLive] = useState<Live>({ snapshot: null, state: 'opening', version: 0 });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let source: EventSource;
    let known = true;
    const open = () => {
      // An id from another workspace's past must not lock anybody out: without one the server picks a person.
      source = new EventSource(as && known ? `/sandbox/live?as=${encodeURIComponent(as)}` : '/sandbox/live');
      source.onmessage = (event: MessageEvent<string>) => {
        // The contract of the path: each message is a whole Snapshot.
        const snapshot = JSON.parse(event.data) as Snapshot;
        setLive((was) => ({ snapshot, state: 'live', version: was.version + 1 }));
      };
      source.onerror = () => {
        setLive((was) => ({ ...was, state: was.snapshot ? 'reconnecting' : 'opening' }));
        if (source.readyState !== EventSource.CLOSED) return;
        known = !known;
        timer = setTimeout(open, retryAfter);
      };
    };
    open();
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [as]);
  return live;
}
