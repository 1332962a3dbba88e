import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { Icon } from '../icon.tsx';

type Props = { readonly label: string; readonly share: (files: readonly File[]) => void; readonly children: ReactNode };

/** Takes files dropped anywhere on it and says so while they hover. The attach button does the same by keyboard. */
export function DropArea({ label, share, children }: Props) {
  const [over, setOver] = useState(false);
  const depth = useRef(0);
  const enter = (event: DragEvent, step: 1 | -1) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    depth.current += step;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const files = [...event.dataTransfer.files];
    if (files.length > 0) share(files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping needs a pointer; the attach button is the other way
    <div
      className="drop-area"
      onDragEnter={(event) => enter(event, 1)}
      onDragLeave={(event) => enter(event, -1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {children}
      {over && (
        <div className="drop-overlay" role="status">
          <div className="drop-card">
            <Icon name="receipt" />
            <p>{label}</p>
            <small>PDF, picture, e-invoice, CSV or Excel</small>
          </div>
        </div>
      )}
    </div>
  );
}
