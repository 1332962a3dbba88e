import type { Commands } from './use-commands.ts';

type Props = { readonly id: string; readonly commands: Commands };

/** What the first letters of a slash command could become, or how the written one is used. */
export function CommandList({ id, commands }: Props) {
  const { found, written, at, pick } = commands;
  if (found.length > 0) {
    return (
      <div className="command-list" id={id} role="listbox" aria-label="Slash commands">
        {found.map((command, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are the composer's, which keeps the focus
          <div
            key={command.command}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="command"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(command)}
          >
            <span className="command-name">{command.command}</span>
            <span className="command-usage">{command.usageHint}</span>
            <span className="command-says">{command.description}</span>
          </div>
        ))}
      </div>
    );
  }
  if (!written?.usageHint) return null;
  return (
    <p className="command-hint">
      <span className="command-name">{written.command}</span> <span className="command-usage">{written.usageHint}</span>
    </p>
  );
}
