import { useId } from 'react';
import type { Option } from '../blocks/shapes.ts';
import { useElement } from '../surface.tsx';
import { Text } from '../text/text.tsx';
import type { ElementProps } from './element.tsx';

/** Check boxes or radio buttons. */
export function Choices({ blockId, element, dispatch, id, describedBy, name }: ElementProps) {
  const { state, busy, change } = useElement(blockId, element, dispatch);
  const own = useId();
  const many = element.type === 'checkboxes';
  const options = element.options ?? [];
  const picked = new Set(pickedValues(state.selected_options, state.selected_option));

  const pick = (option: Option, on: boolean) => {
    if (!many) return change({ type: element.type, selected_option: option });
    const next = options.filter((other) => (other === option ? on : picked.has(other.value)));
    return change({ type: element.type, selected_options: next });
  };
  return (
    <fieldset className="choices" id={id} aria-label={name} aria-describedby={describedBy} aria-busy={busy}>
      {options.map((option) => (
        <label key={option.value} className="choice" htmlFor={`${own}${option.value}`}>
          <input
            id={`${own}${option.value}`}
            type={many ? 'checkbox' : 'radio'}
            name={own}
            checked={picked.has(option.value)}
            onChange={(event) => pick(option, event.target.checked)}
          />
          <span className="choice-words">
            <Text of={option.text} />
            {option.description && (
              <small>
                <Text of={option.description} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function pickedValues(many: unknown, one: unknown): readonly string[] {
  const held: readonly unknown[] = Array.isArray(many) ? many : [one];
  return held.flatMap((option) =>
    option !== null && typeof option === 'object' && 'value' in option && typeof option.value === 'string'
      ? [option.value]
      : [],
  );
}
