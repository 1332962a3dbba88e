import type { Offer, OfferGroup } from './offered.ts';

type Props = {
  readonly id: string;
  readonly name: string | undefined;
  readonly groups: readonly OfferGroup[];
  /** The one that Enter would pick, counted through all groups. */
  readonly row: number;
  readonly pick: (offer: Offer) => void;
};

export const offerId = (list: string, row: number): string => `${list}-${row}`;

/** What can be picked. The input keeps the focus, and points here. */
export function OfferList({ id, name, groups, row, pick }: Props) {
  const all = groups.flatMap((group) => group.offers);
  return (
    <div
      className={all.length > 0 ? 'offer-list' : 'offer-list offer-list-empty'}
      id={id}
      role="listbox"
      aria-label={name}
    >
      {groups.map((group) => (
        <div key={group.label ?? 'all'} role="presentation">
          {group.label && <p className="menu-heading">{group.label}</p>}
          {group.offers.map((offer) => {
            const at = all.indexOf(offer);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the input's, which keeps the focus
              <div
                key={offer.key}
                id={offerId(id, at)}
                ref={(box) => (at === row ? box?.scrollIntoView({ block: 'nearest' }) : undefined)}
                role="option"
                tabIndex={-1}
                aria-selected={at === row}
                className="offer"
                onMouseDown={(event) => event.preventDefault()}
                onClick={() => pick(offer)}
              >
                {offer.label}
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
