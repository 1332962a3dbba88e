import { useId } from 'react';
import { ElementView } from '../elements/element.tsx';
import { Icon } from '../icon.tsx';
import { useErrors } from '../surface.tsx';
import { plain } from '../text/text.tsx';
import type { Input } from './shapes.ts';

const grouped = new Set(['checkboxes', 'radio_buttons']);

/** A labelled input with its hint, and under it what the app (or Slack) finds wrong with it. */
export function InputBlock({ block, id }: { readonly block: Input; readonly id: string }) {
  const own = useId();
  const error = useErrors()[id];
  const described = [error && `${own}-error`, block.hint && `${own}-hint`].filter(Boolean).join(' ') || undefined;
  const label = plain(block.label);
  const words = (
    <>
      {label}
      {block.optional && <span className="optional"> (optional)</span>}
    </>
  );
  return (
    <div className={error ? 'input input-wrong' : 'input'}>
      {grouped.has(block.element.type) ? (
        <span className="input-label">{words}</span>
      ) : (
        <label className="input-label" htmlFor={own}>
          {words}
        </label>
      )}
      <ElementView
        blockId={id}
        element={block.element}
        dispatch={block.dispatch_action ?? false}
        id={own}
        describedBy={described}
        invalid={Boolean(error)}
        name={label}
      />
      {error && (
        <p className="input-error" id={`${own}-error`} role="alert">
          <Icon name="warning" />
          {error}
        </p>
      )}
      {block.hint && (
        <p className="hint" id={`${own}-hint`}>
          {plain(block.hint)}
        </p>
      )}
    </div>
  );
}
