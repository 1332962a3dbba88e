import { Icon } from '../icon.tsx';
import { Menu } from '../menu.tsx';
import { useElement } from '../surface.tsx';
import { plain } from '../text/text.tsx';
import type { ElementProps } from './element.tsx';

export function Overflow({ blockId, element }: ElementProps) {
  const { busy, press } = useElement(blockId, element, true);
  const items = (element.options ?? []).map((option) => ({
    key: option.value,
    label: plain(option.text),
    detail: option.description && plain(option.description),
    href: option.url,
    onPick: () => press({ type: 'overflow', selected_option: option }),
  }));
  return (
    <Menu
      label={element.accessibility_label ?? 'More actions'}
      className="button button-dots"
      busy={busy}
      button={<Icon name="dots" />}
      items={items}
    />
  );
}
