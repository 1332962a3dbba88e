import { useCallback, useEffect, useState } from 'react';

/** Where a person stands in the workspace. It is the address, so that a reload or a shared link lands there. */
export type Place = {
  /** User id; `null` until the server has said who there is. */
  readonly as: string | null;
  /** Channel id, or `home` for the app's Home tab; `null` is the first channel. */
  readonly at: string | null;
  /** Timestamp of the message whose thread is open. */
  readonly thread: string | null;
};

const remembered = 'penny-sandbox-person';

export function readPlace(hash: string): Place {
  const words = new URLSearchParams(hash.replace(/^#/, ''));
  return { as: words.get('as'), at: words.get('at'), thread: words.get('thread') };
}

export function writePlace(place: Place): string {
  const words = Object.entries(place).flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []));
  return `#${words.join('&')}`;
}

/** The place in the address bar and the way to another one. Leaving a channel closes its thread unless one is named. */
export function usePlace(): readonly [Place, (to: Partial<Place>) => void] {
  const [place, setPlace] = useState(() => startPlace());
  useEffect(() => {
    const moved = () => setPlace(readPlace(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  const go = useCallback((to: Partial<Place>) => {
    const now = readPlace(location.hash);
    const thread = to.at !== undefined && to.at !== now.at ? null : now.thread;
    location.hash = writePlace({ ...now, thread, ...to });
    if (to.as) localStorage.setItem(remembered, to.as);
  }, []);
  return [place, go];
}

function startPlace(): Place {
  const place = readPlace(location.hash);
  return place.as ? place : { ...place, as: localStorage.getItem(remembered) };
}
