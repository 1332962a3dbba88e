import { plain, Text } from '../text/text.tsx';
import { Blocks } from './blocks.tsx';
import { PictureView } from './image.tsx';
import type { Container } from './shapes.ts';

export function ContainerBlock({ block }: { readonly block: Container }) {
  const head = (
    <div className="container-head">
      {block.icon && <PictureView picture={block.icon} className="card-icon" />}
      <div>
        {block.title && <div className="card-title">{plain(block.title)}</div>}
        {block.subtitle && (
          <div className="card-subtitle">
            <Text of={block.subtitle} />
          </div>
        )}
      </div>
    </div>
  );
  if (!block.is_collapsible) {
    return (
      <section className="container-block">
        {head}
        <Blocks blocks={block.child_blocks} />
      </section>
    );
  }
  return (
    <details className="container-block" open={!block.default_collapsed}>
      <summary>{head}</summary>
      <Blocks blocks={block.child_blocks} />
    </details>
  );
}
