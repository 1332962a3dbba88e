import { ElementView } from '../elements/element.tsx';
import { plain } from '../text/text.tsx';
import type { Element } from './shapes.ts';

type Props = { readonly block: { readonly elements: readonly Element[] }; readonly id: string };

/** A row of buttons, menus and pickers. */
export function ElementsBlock({ block, id }: Props) {
  return (
    <div className="actions">
      {block.elements.map((element, index) => (
        <ElementView
          key={element.action_id ?? index}
          blockId={id}
          element={element}
          dispatch
          name={plain(element.placeholder) || element.accessibility_label || 'Options'}
        />
      ))}
    </div>
  );
}
