import type { Person } from '../page-api.ts';

type Props = { readonly person: Person | undefined; readonly size?: number };

/** Initials in the person's colour: decoration only, the name always stands beside it. */
export function Avatar({ person, size = 36 }: Props) {
  return (
    <span
      className={person?.isBot ? 'avatar avatar-bot' : 'avatar'}
      style={{ width: size, height: size, fontSize: size * 0.4, background: ground(person) }}
      aria-hidden="true"
    >
      {initials(person?.realName || person?.name || '?')}
    </span>
  );
}

export function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.length > 1 ? words.at(-1) : undefined;
  return [words[0], last].map((word) => word?.charAt(0).toUpperCase() ?? '').join('');
}

/** Slack gives colours without their `#`. */
function ground(person: Person | undefined): string {
  const color = person?.color ?? '';
  return /^[0-9a-f]{6}$/i.test(color) ? `#${color}` : color || '#5d6f6a';
}
