import { useId } from 'react';
import { useElement } from '../surface.tsx';
import { plain } from '../text/text.tsx';
import { useWorkspace } from '../workspace.tsx';
import type { ElementProps } from './element.tsx';
import { offered, pickedField } from './offered.ts';

/** Several out of a list: a disclosure with check boxes, its summary naming what is picked. */
export function MultiSelect({ blockId, element, dispatch, id, describedBy, invalid, name }: ElementProps) {
  const { snapshot } = useWorkspace();
  const { state, busy, change } = useElement(blockId, element, dispatch);
  const own = useId();
  const field = pickedField(element.type);
  const held = state[field];
  const picked: readonly unknown[] = Array.isArray(held) ? held : [];
  const keys = picked.map((one) => (typeof one === 'string' ? one : keyIn(one)));
  const groups = offered(element, snapshot);
  const all = groups.flatMap((group) => group.offers);
  const chosen = all.filter((offer) => keys.includes(offer.key));
  const full = chosen.length >= (element.max_selected_items ?? Number.POSITIVE_INFINITY);
  const prompt = plain(element.placeholder) || 'Choose…';

  const toggle = (key: string, on: boolean) => {
    const next = all.filter((offer) => (offer.key === key ? on : keys.includes(offer.key)));
    change({ type: element.type, [field]: next.map((offer) => offer.pick) });
  };
  return (
    <details className="multi-select" aria-busy={busy}>
      <summary id={id} aria-describedby={describedBy} aria-invalid={invalid || undefined} aria-label={name}>
        {chosen.length === 0 && <span className="prompt">{prompt}</span>}
        {chosen.map((offer) => (
          <span key={offer.key} className="chip">
            {offer.label}
          </span>
        ))}
      </summary>
      <fieldset className="multi-options" aria-label={name ?? prompt}>
        {groups.map((group) => (
          <div key={group.label ?? 'all'}>
            {group.label && <p className="menu-heading">{group.label}</p>}
            {group.offers.map((offer) => (
              <label key={offer.key} className="choice" htmlFor={`${own}${offer.key}`}>
                <input
                  id={`${own}${offer.key}`}
                  type="checkbox"
                  checked={keys.includes(offer.key)}
                  disabled={full && !keys.includes(offer.key)}
                  onChange={(event) => toggle(offer.key, event.target.checked)}
                />
                <span>{offer.label}</span>
              </label>
            ))}
          </div>
        ))}
      </fieldset>
    </details>
  );
}

function keyIn(option: unknown): string {
  const value = option !== null && typeof option === 'object' && 'value' in option ? option.value : '';
  return typeof value === 'string' ? value : '';
}
