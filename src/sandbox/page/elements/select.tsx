import { useElement } from '../surface.tsx';
import { plain } from '../text/text.tsx';
import { useWorkspace } from '../workspace.tsx';
import type { ElementProps } from './element.tsx';
import { type Offer, offered, pickedField } from './offered.ts';

/** One out of a list, by the browser's own list: it knows keyboards, screen readers and phones best. */
export function Select({ blockId, element, dispatch, id, describedBy, invalid, name }: ElementProps) {
  const { snapshot } = useWorkspace();
  const { state, busy, change } = useElement(blockId, element, dispatch);
  const groups = offered(element, snapshot);
  const field = pickedField(element.type);
  const picked = keyOf(state[field]);
  const prompt = plain(element.placeholder) || 'Choose…';

  const pick = (key: string) => {
    const found = groups.flatMap((group) => group.offers).find((offer) => offer.key === key);
    change({ type: element.type, [field]: found?.pick ?? null });
  };
  return (
    <span className="select" aria-busy={busy}>
      <select
        id={id}
        value={picked}
        aria-label={id ? undefined : (name ?? prompt)}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        data-focus-on-load={element.focus_on_load}
        className={picked === '' ? 'select-empty' : undefined}
        onChange={(event) => pick(event.target.value)}
      >
        <option value="" disabled={!dispatch || undefined}>
          {prompt}
        </option>
        {groups.map((group) =>
          group.label === null ? (
            <Options key="all" offers={group.offers} />
          ) : (
            <optgroup key={group.label} label={group.label}>
              <Options offers={group.offers} />
            </optgroup>
          ),
        )}
      </select>
    </span>
  );
}

function Options({ offers }: { readonly offers: readonly Offer[] }) {
  return offers.map((offer) => (
    <option key={offer.key} value={offer.key}>
      {offer.label}
    </option>
  ));
}

function keyOf(picked: unknown): string {
  if (typeof picked === 'string') return picked;
  const value = picked !== null && typeof picked === 'object' && 'value' in picked ? picked.value : '';
  return typeof value === 'string' ? value : '';
}
