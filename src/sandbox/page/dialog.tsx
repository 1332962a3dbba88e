import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';
import { enterDialog } from './dialog-stack.ts';
import { Icon } from './icon.tsx';

type Props = {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  readonly footer: ReactNode;
  readonly size?: 'small' | 'wide';
  /** Given, the dialog is a form and this is its submit. */
  readonly onSubmit?: (() => void) | undefined;
};

const reachable =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled), [tabindex="0"]';

/** A modal dialog: the rest of the page is inert, Tab stays inside, Escape closes, focus goes back where it was. */
export function Dialog({ title, onClose, children, footer, size = 'wide', onSubmit }: Props) {
  const id = useId();
  const box = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    const leave = enterDialog(dialog);
    first(dialog)?.focus();
    return leave;
  }, []);

  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.stopPropagation();
      onClose();
    }
    if (event.key === 'Tab' && box.current) keepInside(event, box.current);
  };

  return createPortal(
    <div className="scrim" role="presentation">
      <form
        ref={box}
        className={`dialog dialog-${size}`}
        role="dialog"
        aria-modal="true"
        aria-labelledby={id}
        noValidate
        onKeyDown={keys}
        onSubmit={(event) => {
          event.preventDefault();
          onSubmit?.();
        }}
      >
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <button type="button" className="icon-button" aria-label="Close dialog" onClick={onClose}>
            <Icon name="close" />
          </button>
        </header>
        <div className="dialog-body">{children}</div>
        <footer className="dialog-foot">{footer}</footer>
      </form>
    </div>,
    document.body,
  );
}

function first(dialog: HTMLElement): HTMLElement | null {
  return (
    dialog.querySelector<HTMLElement>('[data-focus-on-load="true"]') ??
    dialog.querySelector<HTMLElement>(`.dialog-body :is(${reachable})`) ??
    dialog.querySelector<HTMLElement>(`.dialog-foot :is(${reachable})`)
  );
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement) {
  const all = [...dialog.querySelectorAll<HTMLElement>(reachable)].filter((element) => element.offsetParent !== null);
  const edge = event.shiftKey ? all[0] : all.at(-1);
  const other = event.shiftKey ? all.at(-1) : all[0];
  if (document.activeElement !== edge) return;
  event.preventDefault();
  other?.focus();
}
