import { type KeyboardEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { placeBeside } from './menu-place.ts';

export type MenuItem = {
  readonly key: string;
  readonly label: string;
  readonly detail?: string | undefined;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly href?: string | undefined;
  readonly onPick: () => void;
};

type Props = {
  /** Accessible name of the button and of the list. */
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly heading?: string;
  readonly items: readonly MenuItem[];
  readonly busy?: boolean;
};

/** A button that opens a list of things to do. Arrow keys walk, Escape closes, a click elsewhere closes. */
export function Menu({ label, button, className = 'icon-button', heading, items, busy = false }: Props) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    trigger.current?.focus();
  };
  return (
    <>
      <button
        ref={trigger}
        type="button"
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-busy={busy}
        disabled={items.length === 0}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open && (
        <MenuList
          id={id}
          label={label}
          heading={heading}
          items={items}
          trigger={trigger.current}
          close={close}
          drop={() => setOpen(false)}
        />
      )}
    </>
  );
}

type ListProps = Pick<Props, 'label' | 'items'> & {
  readonly id: string;
  readonly heading: string | undefined;
  readonly trigger: HTMLElement | null;
  readonly close: () => void;
  readonly drop: () => void;
};

function MenuList({ id, label, heading, items, trigger, close, drop }: ListProps) {
  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (list.current && trigger) placeBeside(list.current, trigger);
    list.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [trigger]);
  useEffect(() => {
    const elsewhere = (event: Event) => {
      const at = event.target;
      if (at instanceof Node && !list.current?.contains(at) && !trigger?.contains(at)) drop();
    };
    addEventListener('pointerdown', elsewhere, true);
    addEventListener('scroll', elsewhere, true);
    return () => {
      removeEventListener('pointerdown', elsewhere, true);
      removeEventListener('scroll', elsewhere, true);
    };
  }, [trigger, drop]);
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    walk(event, list.current);
  };
  return (
    <div ref={list} id={id} className="menu" role="menu" aria-label={label} tabIndex={-1} onKeyDown={keys}>
      {heading && <p className="menu-heading">{heading}</p>}
      {items.map((item) => (
        <Item key={item.key} item={item} close={close} />
      ))}
    </div>
  );
}

function Item({ item, close }: { readonly item: MenuItem; readonly close: () => void }) {
  const words = (
    <>
      {item.icon}
      <span className="menu-words">
        <span>{item.label}</span>
        {item.detail && <small>{item.detail}</small>}
      </span>
    </>
  );
  const className = item.danger ? 'menu-item menu-danger' : 'menu-item';
  const pick = () => {
    close();
    item.onPick();
  };
  if (item.href) {
    return (
      <a
        role="menuitem"
        tabIndex={-1}
        className={className}
        href={item.href}
        target="_blank"
        rel="noreferrer"
        onClick={pick}
      >
        {words}
      </a>
    );
  }
  return (
    <button type="button" role="menuitem" tabIndex={-1} className={className} onClick={pick}>
      {words}
    </button>
  );
}

function walk(event: KeyboardEvent, list: HTMLElement | null) {
  const items = [...(list?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  const now = items.findIndex((item) => item.matches(':focus'));
  const to = { ArrowDown: now + 1, ArrowUp: now - 1 + items.length, Home: 0, End: items.length - 1 }[event.key];
  if (to === undefined || items.length === 0) return;
  event.preventDefault();
  items[to % items.length]?.focus();
}
