import { type KeyboardEvent, useState } from 'react';
import type { SlashCommand } from '../../page-api.ts';
import { useWorkspace } from '../workspace.tsx';

export type Commands = {
  readonly found: readonly SlashCommand[];
  /** The one that is written out already, for its usage. */
  readonly written: SlashCommand | null;
  readonly at: number;
  readonly pick: (command: SlashCommand) => void;
  /** Whether the key was meant for the list. */
  readonly keys: (event: KeyboardEvent) => boolean;
};

/** Offers commands while the first word is typed, and the usage of the one that stands there. */
export function useCommands(text: string, setText: (text: string) => void): Commands {
  const { snapshot } = useWorkspace();
  const [at, setAt] = useState(0);
  const [hidden, setHidden] = useState<string | null>(null);
  const word = /^\/\S*$/.test(text) ? text.toLowerCase() : null;
  const open = word !== null && hidden !== text;
  const found = open ? snapshot.commands.filter(({ command }) => command.startsWith(word) && command !== word) : [];
  const first = text.split(/\s/)[0];
  const written = snapshot.commands.find(({ command }) => command === first) ?? null;
  const now = Math.min(at, Math.max(0, found.length - 1));

  const pick = ({ command }: SlashCommand) => {
    setText(`${command} `);
    setAt(0);
  };
  const keys = (event: KeyboardEvent): boolean => {
    const chosen = found[now];
    if (!chosen || event.shiftKey) return false;
    // A command written out in full is sent by Enter, even when a longer one begins like it.
    if (event.key === 'Enter' && written) return false;
    const step = { ArrowDown: 1, ArrowUp: found.length - 1 }[event.key];
    if (step !== undefined) setAt((now + step) % found.length);
    else if (event.key === 'Enter' || event.key === 'Tab') pick(chosen);
    else if (event.key === 'Escape') setHidden(text);
    else return false;
    event.preventDefault();
    return true;
  };
  return { found, written, at: now, pick, keys };
}
