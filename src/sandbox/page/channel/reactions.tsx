import type { Message } from '../../page-api.ts';
import { emoji } from '../text/emoji.ts';
import { useWorkspace } from '../workspace.tsx';

/** Reactions as they stand. The page shows them; people's own reactions are no part of the sandbox. */
export function Reactions({ reactions }: { readonly reactions: Message['reactions'] }) {
  const { person, snapshot } = useWorkspace();
  if (reactions.length === 0) return null;
  return (
    <ul className="reactions" aria-label="Reactions">
      {reactions.map(({ name, users }) => {
        const who = users.map((id) => person(id)?.realName ?? id).join(', ');
        const said = `${name.replaceAll('_', ' ')}, ${who}`;
        return (
          <li
            key={name}
            className={users.includes(snapshot.me.id) ? 'reaction reaction-mine' : 'reaction'}
            title={said}
          >
            <span role="img" aria-label={said}>
              {emoji(name)}
            </span>
            <span aria-hidden="true">{users.length}</span>
          </li>
        );
      })}
    </ul>
  );
}
