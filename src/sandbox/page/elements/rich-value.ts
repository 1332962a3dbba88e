/** The plain text of a rich text value, one line a paragraph: what a text area can show of it. */
export function textOf(value: unknown): string {
  if (value === null || typeof value !== 'object') return '';
  if ('text' in value && typeof value.text === 'string') return value.text;
  if (!('elements' in value) || !Array.isArray(value.elements)) return '';
  const whole = 'type' in value && (value.type === 'rich_text' || value.type === 'rich_text_list');
  return value.elements.map(textOf).join(whole ? '\n' : '');
}
