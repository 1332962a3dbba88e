import { type KeyboardEvent, useId, useState } from 'react';
import { useElement } from '../surface.tsx';
import { plain } from '../text/text.tsx';
import type { ElementProps } from './element.tsx';
import { OfferList, offerId } from './offer-list.tsx';
import type { Offer } from './offered.ts';
import { type Offers, useOffers } from './use-offers.ts';

/** Slack's own, where the app names none. */
const usualLeast = 3;

/** One out of what the app finds for the letters typed: a combobox, whose arrow keys walk the list, Enter picks and Escape closes. */
export function ExternalSelect({ blockId, element, dispatch, id, describedBy, invalid, name }: ElementProps) {
  const { at, state, busy, change } = useElement(blockId, element, dispatch);
  const own = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [row, setRow] = useState(0);
  const least = element.min_query_length ?? usualLeast;
  const words = typed !== null && typed.trim().length >= least ? typed.trim() : null;
  const offers = useOffers({ at, blockId, actionId: element.action_id ?? '' }, words);
  const found = (offers.groups ?? []).flatMap((group) => group.offers);
  const open = typed !== null;

  const close = () => setTyped(null);
  const pick = ({ pick: option }: Offer) => {
    change({ type: element.type, selected_option: option });
    close();
  };
  const type = (text: string) => {
    setTyped(text);
    setRow(0);
    // emptied by hand: nothing is picked any more, as by the cross in Slack's list
    if (text === '') change({ type: element.type, selected_option: null });
  };
  const keys = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: found.length - 1 }[event.key];
    const chosen = found[row];
    if (!open && step !== undefined) setTyped('');
    else if (!open) return;
    else if (step !== undefined && found.length > 0) setRow((row + step) % found.length);
    else if (event.key === 'Enter' && chosen) pick(chosen);
    else if (event.key === 'Escape') close();
    else if (event.key !== 'Enter') return;
    event.preventDefault();
  };
  return (
    <span className="select external-select" aria-busy={busy || offers.asking}>
      <input
        id={id}
        role="combobox"
        className="text-input"
        autoComplete="off"
        value={typed ?? labelOf(state.selected_option)}
        placeholder={plain(element.placeholder) || 'Type to search…'}
        aria-label={id ? undefined : name}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-autocomplete="list"
        aria-expanded={open}
        aria-controls={own}
        aria-activedescendant={open && found[row] ? offerId(own, row) : undefined}
        data-focus-on-load={element.focus_on_load}
        onChange={(event) => type(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={close}
        onKeyDown={keys}
      />
      {open && <OfferList id={own} name={name} groups={offers.groups ?? []} row={row} pick={pick} />}
      <span className="offer-state" role="status">
        {open && stateWords(offers, words, least)}
      </span>
    </span>
  );
}

/** What is heard, and seen where there is nothing to pick. */
function stateWords({ groups, error, asking }: Offers, words: string | null, least: number): string {
  if (words === null) return `Type ${least === 1 ? 'a letter' : `${least} letters`} to search.`;
  if (error !== null) return error;
  if (groups === null || asking) return 'Searching…';
  const count = groups.reduce((sum, group) => sum + group.offers.length, 0);
  return count === 0 ? 'No results.' : `${count} found.`;
}

function labelOf(option: unknown): string {
  const text = option !== null && typeof option === 'object' && 'text' in option ? option.text : null;
  return text !== null && typeof text === 'object' && 'text' in text && typeof text.text === 'string' ? text.text : '';
}
