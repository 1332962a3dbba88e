import type { Person } from '../../page-api.ts';
import { Avatar } from '../avatar.tsx';
import { useWorkspace } from '../workspace.tsx';

/** Everybody one can be. The sandbox has no passwords: one press and the page is theirs. */
export function PeopleRail() {
  const { snapshot, go } = useWorkspace();
  const people = snapshot.people.filter((person) => !person.isBot && !person.deleted);
  return (
    <nav className="rail" aria-label="Switch person">
      {people.map((person) => (
        <PersonButton
          key={person.id}
          person={person}
          current={person.id === snapshot.me.id}
          pick={() => go({ as: person.id })}
        />
      ))}
    </nav>
  );
}

type Props = { readonly person: Person; readonly current: boolean; readonly pick: () => void };

function PersonButton({ person, current, pick }: Props) {
  return (
    <button
      type="button"
      className="person"
      aria-label={`${person.realName}, ${person.title}`}
      aria-current={current || undefined}
      title={`Be ${person.realName} (${person.title})`}
      onClick={pick}
    >
      <Avatar person={person} size={40} />
      <span className="person-name">{person.realName.split(' ')[0]}</span>
      <span className="person-title">{person.title}</span>
    </button>
  );
}
