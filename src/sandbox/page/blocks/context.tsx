import { Text } from '../text/text.tsx';
import { PictureView } from './image.tsx';
import type { Picture, TextObject } from './shapes.ts';

type Props = { readonly block: { readonly elements: readonly (TextObject | Picture)[] } };

export function ContextBlock({ block }: Props) {
  return (
    <div className="context">
      {block.elements.map((element, index) => {
        const key = `${element.type}${index}`;
        if (element.type === 'image') return <PictureView key={key} picture={element} className="context-image" />;
        return <Text key={key} of={element} />;
      })}
    </div>
  );
}
