import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { Channel } from '../../page-api.ts';
import { Icon } from '../icon.tsx';
import { useWorkspace } from '../workspace.tsx';
import { CommandList } from './command-list.tsx';
import { ComposerTools } from './composer-tools.tsx';
import { draftKey, useDraft } from './drafts.ts';
import { StagedFiles } from './staged-files.tsx';
import { useCommands } from './use-commands.ts';
import { useSend } from './use-send.ts';
import type { Share } from './use-share.ts';

type Props = {
  readonly channel: Channel;
  readonly threadTs?: string;
  readonly label: string;
  readonly sharing: string | null;
  readonly share: Share;
  readonly onSent: () => void;
};

/** Where one writes: Enter sends, Shift+Enter breaks the line, a slash offers commands, files come along. */
export function Composer({ channel, threadTs, label, sharing, share, onSent }: Props) {
  const { snapshot } = useWorkspace();
  const [text, setText] = useDraft(draftKey(snapshot.me.id, channel.id, threadTs));
  const [files, setFiles] = useState<readonly File[]>([]);
  const box = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const commands = useCommands(threadTs ? '' : text, setText);
  const { sending, send } = useSend({ channel, threadTs, text, setText, files, setFiles, share, onSent });

  const keys = (event: KeyboardEvent) => {
    if (commands.keys(event)) return;
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    void send();
  };
  const ready = text.trim() !== '' || files.length > 0;
  return (
    <div className="composer">
      <CommandList id={id} commands={commands} />
      {sharing && (
        <p className="sharing" role="status">
          Sharing {sharing}…
        </p>
      )}
      <div className="composer-box">
        <StagedFiles files={files} drop={(file) => setFiles(files.filter((other) => other !== file))} />
        <textarea
          ref={box}
          data-composer
          rows={1}
          value={text}
          aria-label={label}
          placeholder={label}
          aria-autocomplete="list"
          aria-controls={commands.found.length > 0 ? id : undefined}
          aria-activedescendant={commands.found.length > 0 ? `${id}-${commands.at}` : undefined}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={keys}
          onPaste={(event) => setFiles([...files, ...event.clipboardData.files])}
        />
        <div className="composer-foot">
          <ComposerTools
            channel={channel}
            inThread={threadTs !== undefined}
            attach={(more) => setFiles([...files, ...more])}
          />
          <button
            type="button"
            className="send"
            aria-label="Send"
            title="Send"
            aria-busy={sending}
            disabled={!ready}
            onClick={() => {
              void send();
              box.current?.focus();
            }}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
    </div>
  );
}
