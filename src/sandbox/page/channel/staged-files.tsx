import { Icon } from '../icon.tsx';
import { sizeOf } from './file-card.tsx';

type Props = { readonly files: readonly File[]; readonly drop: (file: File) => void };

/** Files that will go with the next message. */
export function StagedFiles({ files, drop }: Props) {
  if (files.length === 0) return null;
  return (
    <ul className="staged" aria-label="Files to send">
      {files.map((file) => (
        <li key={`${file.name}${file.lastModified}`} className="staged-file">
          <Icon name="file" />
          <span className="file-name">{file.name}</span>
          <small>{sizeOf(file.size)}</small>
          <button
            type="button"
            className="icon-button"
            aria-label={`Leave out ${file.name}`}
            onClick={() => drop(file)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}
