import { memo } from 'react';
import type { Block } from '../../page-api.ts';
import { blockIdOf } from '../elements/state.ts';
import { AlertBlock } from './alert.tsx';
import { CardBlock } from './card.tsx';
import { CarouselBlock } from './carousel.tsx';
import { ContainerBlock } from './container.tsx';
import { ContextBlock } from './context.tsx';
import { DataTableBlock } from './data-table.tsx';
import { ElementsBlock } from './elements-block.tsx';
import { HeaderBlock } from './header.tsx';
import { ImageView } from './image.tsx';
import { InputBlock } from './input.tsx';
import { LibraryBlock } from './library-block.tsx';
import { RichTextView } from './rich-text.tsx';
import { SectionBlock } from './section.tsx';
import { known } from './shapes.ts';
import { TableBlock } from './table.tsx';

/** All blocks of one message or view, in their order. */
export function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const id = blockIdOf(known(block), index);
        return <BlockView key={`${id}/${block.type}`} block={block} id={id} />;
      })}
    </div>
  );
}

type Props = { readonly block: Block; readonly id: string };

const BlockView = memo(function BlockView({ block: raw, id }: Props) {
  const block = known(raw);
  switch (block.type) {
    case 'section':
      return <SectionBlock block={block} id={id} />;
    case 'actions':
    case 'context_actions':
      return <ElementsBlock block={block} id={id} />;
    case 'input':
      return <InputBlock block={block} id={id} />;
    case 'header':
      return <HeaderBlock block={block} />;
    case 'context':
      return <ContextBlock block={block} />;
    case 'divider':
      return <hr className="divider" />;
    case 'image':
      return <ImageView picture={block} title={block.title} />;
    case 'rich_text':
      return <RichTextView of={block} />;
    case 'card':
      return <CardBlock card={block} id={id} />;
    case 'carousel':
      return <CarouselBlock cards={block.elements} id={id} />;
    case 'container':
      return <ContainerBlock block={block} />;
    case 'table':
      return <TableBlock block={block} />;
    case 'data_table':
      return <DataTableBlock block={block} />;
    case 'alert':
      return <AlertBlock block={block} />;
    default:
      return <LibraryBlock block={raw} />;
  }
});
