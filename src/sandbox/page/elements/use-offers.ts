import { useEffect, useState } from 'react';
import type { LookUp } from '../../page-api.ts';
import { sendLookUp } from '../server.ts';
import { useWorkspace } from '../workspace.tsx';
import { type OfferGroup, offer } from './offered.ts';

/** `groups` is null until the app has answered for the first time, and while `error` says why it did not. */
export type Offers = {
  readonly groups: readonly OfferGroup[] | null;
  readonly error: string | null;
  readonly asking: boolean;
};

const silent: Offers = { groups: null, error: null, asking: false };

/** Slack asks once a person pauses, not at every key. */
const pauseMs = 150;

/** What the app offers for the words typed so far; nothing is asked while they are null. An answer that comes after the words have changed counts no more. */
export function useOffers(place: Omit<LookUp, 'query'>, words: string | null): Offers {
  const as = useWorkspace().snapshot.me.id;
  const [offers, setOffers] = useState(silent);
  const { at, blockId, actionId } = place;
  const where = JSON.stringify(at);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `where` is `at`, which is made anew with every drawing
  useEffect(() => {
    if (words === null) return setOffers(silent);
    let wanted = true;
    setOffers((was) => ({ ...was, asking: true }));
    const timer = setTimeout(async () => {
      const answer = await sendLookUp(as, { at, blockId, actionId, query: words });
      if (!wanted) return;
      const groups = answer.ok
        ? answer.groups.map(({ label, options }) => ({ label, offers: options.map(offer) }))
        : null;
      setOffers({ groups, error: answer.ok ? null : answer.error, asking: false });
    }, pauseMs);
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [as, where, blockId, actionId, words]);
  return offers;
}
