import { CardBlock } from './card.tsx';
import type { Card } from './shapes.ts';

type Props = { readonly cards: readonly Card[]; readonly id: string };

/** Cards side by side; what does not fit is reached by scrolling, also with the arrow keys. */
export function CarouselBlock({ cards, id }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="carousel" tabIndex={0} aria-label={`${cards.length} cards`}>
      {cards.map((card, index) => (
        <CardBlock key={card.block_id ?? index} card={card} id={card.block_id ?? id} />
      ))}
    </section>
  );
}
