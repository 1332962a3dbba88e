import { useRef, useState } from 'react';
import type { Action, Channel } from '../../page-api.ts';
import { useWorkspace } from '../workspace.tsx';
import type { Share } from './use-share.ts';

type Draft = {
  readonly channel: Channel;
  readonly threadTs: string | undefined;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly files: readonly File[];
  readonly setFiles: (files: readonly File[]) => void;
  readonly share: Share;
  readonly onSent: () => void;
};

/** Sends what the composer holds. The box empties at once; a refusal brings the words back. */
export function useSend({ channel, threadTs, text, setText, files, setFiles, share, onSent }: Draft) {
  const { act, toast } = useWorkspace();
  const [sending, setSending] = useState(false);
  const typed = useRef(text);
  typed.current = text;

  const send = async () => {
    const words = text.trim();
    if (words === '' && files.length === 0) return;
    if (threadTs && isCommand(words)) {
      toast('Slash commands do not work in threads. Type it in the channel.');
      return;
    }
    setText('');
    setFiles([]);
    setSending(true);
    onSent();
    const well =
      files.length > 0 ? await share({ files, comment: words }) : (await act(saying(channel.id, words, threadTs))).ok;
    setSending(false);
    if (!well && typed.current === '') setText(text);
  };
  return { sending, send };
}

function isCommand(words: string): boolean {
  return /^\/[a-z]/i.test(words);
}

/** A message, or a slash command with the words after it. */
function saying(channel: string, words: string, threadTs: string | undefined): Action {
  if (!isCommand(words)) return { do: 'post', channel, text: words, ...(threadTs ? { threadTs } : {}) };
  const [command = '', ...rest] = words.split(/\s/);
  return { do: 'command', channel, command, text: rest.length > 0 ? words.slice(command.length).trim() : '' };
}
