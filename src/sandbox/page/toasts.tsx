import { useCallback, useRef, useState } from 'react';
import { Icon } from './icon.tsx';

type Toast = { readonly id: number; readonly sentence: string };

const shownFor = 9000;

/** Sentences that come and go; the last three stay in view. */
export function useToasts() {
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  const next = useRef(0);
  const drop = useCallback((id: number) => setToasts((was) => was.filter((toast) => toast.id !== id)), []);
  const toast = useCallback(
    (sentence: string) => {
      next.current += 1;
      const id = next.current;
      setToasts((was) => [...was.slice(-2), { id, sentence }]);
      setTimeout(() => drop(id), shownFor);
    },
    [drop],
  );
  return { toasts, toast, drop };
}

type Props = { readonly toasts: readonly Toast[]; readonly drop: (id: number) => void };

export function Toasts({ toasts, drop }: Props) {
  return (
    <div className="toasts" role="alert">
      {toasts.map((toast) => (
        <div key={toast.id} className="toast">
          <Icon name="warning" />
          <p>{toast.sentence}</p>
          <button type="button" className="icon-button" aria-label="Dismiss" onClick={() => drop(toast.id)}>
            <Icon name="close" />
          </button>
        </div>
      ))}
    </div>
  );
}
