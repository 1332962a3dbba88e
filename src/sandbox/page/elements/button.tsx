import { useElement } from '../surface.tsx';
import { plain } from '../text/text.tsx';
import type { ElementProps } from './element.tsx';

export function Button({ blockId, element }: ElementProps) {
  const { busy, press } = useElement(blockId, element, true);
  const label = plain(element.text);
  const send = () => {
    if (element.url) open(element.url, '_blank', 'noreferrer');
    const { type, text, value, style } = element;
    press({ type, text, ...(value === undefined ? {} : { value }), ...(style ? { style } : {}) });
  };
  return (
    <button
      type="button"
      className={element.style ? `button button-${element.style}` : 'button'}
      aria-label={element.accessibility_label}
      aria-busy={busy}
      onClick={busy ? undefined : send}
    >
      {label}
    </button>
  );
}
