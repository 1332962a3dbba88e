import type { Message } from '../../page-api.ts';
import { Icon } from '../icon.tsx';
import { Menu, type MenuItem } from '../menu.tsx';
import { useWorkspace } from '../workspace.tsx';

type Props = { readonly message: Message; readonly inThread: boolean };

/** What can be done with a message: shown on hover, on focus, and always where nothing hovers. */
export function MessageTools({ message, inThread }: Props) {
  const { go } = useWorkspace();
  const reply = () => go({ at: message.channel, thread: message.threadTs ?? message.ts });
  const items = useItems(message, inThread ? null : reply);
  if (message.ephemeral) return null;
  return (
    <div className="message-tools">
      {!inThread && (
        <button
          type="button"
          className="icon-button reply-button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={reply}
        >
          <Icon name="reply" />
        </button>
      )}
      {items.length > 0 && (
        <Menu label="More actions for this message" button={<Icon name="dotsWide" />} items={items} />
      )}
    </div>
  );
}

function useItems(message: Message, reply: (() => void) | null): readonly MenuItem[] {
  const { snapshot, act } = useWorkspace();
  const { channel, ts } = message;
  const shortcuts = snapshot.shortcuts
    .filter((shortcut) => shortcut.type === 'message')
    .map(({ name, callbackId }) => ({
      key: callbackId,
      label: name,
      detail: snapshot.app.name,
      icon: <Icon name="bolt" />,
      onPick: () => void act({ do: 'shortcut', callbackId, channel, ts }),
    }));
  const own = message.user === snapshot.me.id ? message.files.filter((file) => file.size > 0) : [];
  const deletions = own.map((file) => ({
    key: file.id,
    label: `Delete ${file.name}`,
    danger: true,
    icon: <Icon name="trash" />,
    onPick: () => void act({ do: 'delete-file', file: file.id }),
  }));
  const answer = reply ? [{ key: 'reply', label: 'Reply in thread', icon: <Icon name="reply" />, onPick: reply }] : [];
  return [...answer, ...shortcuts, ...deletions];
}
