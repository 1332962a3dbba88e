import { useState } from 'react';
import type { SharedFile } from '../../page-api.ts';
import { Icon } from '../icon.tsx';

const shown = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp']);

/** A picture as itself, any other file as a card with its kind and size; both open the file. */
export function FileCard({ file }: { readonly file: SharedFile }) {
  const [broken, setBroken] = useState(false);
  if (shown.has(file.mimetype) && !broken) {
    return (
      <figure className="picture">
        <figcaption>{file.name}</figcaption>
        <a href={file.url} target="_blank" rel="noreferrer" aria-label={`Open ${file.name}`}>
          <img src={file.url} alt={file.altText || file.name} onError={() => setBroken(true)} />
        </a>
      </figure>
    );
  }
  // A deleted file keeps its place and says so by its name.
  if (file.mimetype === '' && file.size === 0) return <p className="file-gone">{file.name}</p>;
  const kind = kindOf(file);
  return (
    <div className="file">
      <span className={`file-kind file-${kind.toLowerCase()}`} aria-hidden="true">
        {kind}
      </span>
      <a className="file-words" href={file.url} target="_blank" rel="noreferrer">
        <span className="file-name">{file.name}</span>
        <small>
          {kind} · {sizeOf(file.size)}
        </small>
      </a>
      <a className="icon-button" href={file.url} download={file.name} aria-label={`Download ${file.name}`}>
        <Icon name="download" />
      </a>
    </div>
  );
}

/** Three or four letters, from the name before the type: a name is what people know a file by. */
function kindOf(file: SharedFile): string {
  const ending = /\.([a-z0-9]{2,5})$/i.exec(file.name)?.[1] ?? file.mimetype.split('/')[1] ?? 'file';
  return ending.slice(0, 4).toUpperCase();
}

export function sizeOf(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
