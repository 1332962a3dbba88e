import { useState } from 'react';
import { useElement } from '../surface.tsx';
import { useWorkspace } from '../workspace.tsx';
import type { ElementProps } from './element.tsx';

type Held = { readonly id: string; readonly name: string };

/** Files of a form. They are uploaded when picked, without being shared anywhere, and submitted by their ids. */
export function FileInput({ blockId, element, id, describedBy, invalid }: ElementProps) {
  const { share } = useWorkspace();
  const { state, hold } = useElement(blockId, element, false);
  const [sending, setSending] = useState(false);
  const files: readonly Held[] = Array.isArray(state.files) ? state.files : [];

  const upload = async (picked: FileList | null) => {
    setSending(true);
    const added: Held[] = [];
    for (const file of [...(picked ?? [])].slice(0, element.max_files ?? 10)) {
      const answer = await share({ file, channel: '' });
      if (answer.ok && answer.file) added.push({ id: answer.file, name: file.name });
    }
    hold({ type: 'file_input', files: added });
    setSending(false);
  };
  return (
    <div className="file-input">
      <input
        id={id}
        type="file"
        multiple={(element.max_files ?? 10) > 1}
        accept={element.filetypes?.map((type) => `.${type}`).join(',')}
        aria-describedby={describedBy}
        aria-invalid={invalid || undefined}
        aria-busy={sending}
        onChange={(event) => void upload(event.target.files)}
      />
      {files.length > 0 && <p className="hint">{files.map((file) => file.name).join(', ')}</p>}
    </div>
  );
}
