import { ElementView } from '../elements/element.tsx';
import { Text } from '../text/text.tsx';
import { PictureView } from './image.tsx';
import type { Card } from './shapes.ts';

/** A figure or a thing on its own ground: picture, title, what it says, what can be done with it. */
export function CardBlock({ card, id }: { readonly card: Card; readonly id: string }) {
  return (
    <section className="card">
      {card.hero_image && <PictureView picture={card.hero_image} className="card-hero" />}
      <div className="card-inside">
        {(card.icon || card.title || card.subtitle) && (
          <div className="card-head">
            {card.icon && <PictureView picture={card.icon} className="card-icon" />}
            <div>
              {card.title && (
                <div className="card-title">
                  <Text of={card.title} />
                </div>
              )}
              {card.subtitle && (
                <div className="card-subtitle">
                  <Text of={card.subtitle} />
                </div>
              )}
            </div>
          </div>
        )}
        {card.body && (
          <div className="card-body">
            <Text of={card.body} />
          </div>
        )}
        {card.subtext && (
          <div className="card-subtext">
            <Text of={card.subtext} />
          </div>
        )}
        {card.actions && (
          <div className="actions">
            {card.actions.map((element, index) => (
              <ElementView key={element.action_id ?? index} blockId={id} element={element} dispatch />
            ))}
          </div>
        )}
      </div>
    </section>
  );
}
