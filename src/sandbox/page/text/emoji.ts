import { get } from 'node-emoji';

/** Names that Slack knows and node-emoji does not, or draws differently. */
const slackNames: Readonly<Record<string, string>> = {
  book: '📖',
  envelope: '✉️',
  feet: '🐾',
  hand: '✋',
  heavy_exclamation_mark: '❗',
  identification_card: '🪪',
  knife: '🔪',
  large_brown_circle: '🟤',
  large_green_circle: '🟢',
  large_orange_circle: '🟠',
  large_purple_circle: '🟣',
  large_yellow_circle: '🟡',
  pencil: '📝',
  partying_face: '🥳',
  robot_face: '🤖',
  runner: '🏃',
  saluting_face: '🫡',
  scales: '⚖️',
  telephone: '☎️',
  thinking_face: '🤔',
  thumbsdown: '👎',
  thumbsup: '👍',
};

/** The character of a short name without its colons, or `:name:` again when nobody knows it. */
export function emoji(name: string): string {
  const plain = name.replace(/::skin-tone-\d$/, '');
  return slackNames[plain] ?? get(plain) ?? `:${name}:`;
}

/** Replaces short names in text that has no other markup. */
export function withEmoji(text: string): string {
  return text.replace(/:([a-z0-9_+-]+):/g, (whole, name: string) => {
    const found = emoji(name);
    return found.startsWith(':') ? whole : found;
  });
}
