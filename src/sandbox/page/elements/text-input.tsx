import { type ChangeEvent, type KeyboardEvent, useState } from 'react';
import { useElement } from '../surface.tsx';
import { plain } from '../text/text.tsx';
import type { ElementProps } from './element.tsx';
import { textOf } from './rich-value.ts';
import { richText } from './state.ts';

const types: Readonly<Record<string, string>> = { email_text_input: 'email', url_text_input: 'url' };

/** A line or an area to type in. What is typed is kept at once and sent with the form. */
export function TextInput({ blockId, element, dispatch, id, describedBy, invalid, name }: ElementProps) {
  const { state, hold, press } = useElement(blockId, element, false);
  const rich = element.type === 'rich_text_input';
  const [typed, setTyped] = useState(() => (rich ? textOf(state.rich_text_value) : String(state.value ?? '')));
  const stateOf = (text: string) =>
    rich
      ? { type: element.type, rich_text_value: richText(text) }
      : { type: element.type, value: text === '' ? null : text };

  const shared = {
    id,
    className: 'text-input',
    value: typed,
    placeholder: plain(element.placeholder),
    maxLength: element.max_length,
    'aria-label': id ? undefined : name,
    'aria-describedby': describedBy,
    'aria-invalid': invalid || undefined,
    'data-focus-on-load': element.focus_on_load,
    onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => {
      setTyped(event.target.value);
      hold(stateOf(event.target.value));
    },
  };
  const enter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !dispatch) return;
    event.preventDefault();
    press(stateOf(typed));
  };
  if (rich || element.multiline) return <textarea rows={rich ? 6 : 4} {...shared} />;
  const number = element.type === 'number_input';
  return (
    <input
      {...shared}
      type={types[element.type] ?? 'text'}
      inputMode={number ? (element.is_decimal_allowed ? 'decimal' : 'numeric') : undefined}
      autoComplete="off"
      onKeyDown={enter}
    />
  );
}
