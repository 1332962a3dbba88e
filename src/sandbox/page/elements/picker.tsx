import { useElement } from '../surface.tsx';
import { plain } from '../text/text.tsx';
import type { ElementProps } from './element.tsx';

const kinds: Readonly<Record<string, readonly [input: string, field: string]>> = {
  datepicker: ['date', 'selected_date'],
  timepicker: ['time', 'selected_time'],
  datetimepicker: ['datetime-local', 'selected_date_time'],
};

/** A date or a time by the browser's own picker. */
export function Picker({ blockId, element, dispatch, id, describedBy, invalid, name }: ElementProps) {
  const { state, busy, change } = useElement(blockId, element, dispatch);
  const [input, field] = kinds[element.type] ?? ['date', 'selected_date'];
  const send = (typed: string) => {
    // While a year is typed the browser reports year 2, 20 and 202 on the way.
    if (input !== 'time' && typed !== '' && typed < '1900') return;
    change({ type: element.type, [field]: fromInput(input, typed) });
  };
  return (
    <input
      className="text-input picker"
      id={id}
      type={input}
      defaultValue={toInput(input, state[field])}
      aria-label={id ? undefined : (name ?? (plain(element.placeholder) || 'Date'))}
      aria-describedby={describedBy}
      aria-invalid={invalid || undefined}
      aria-busy={busy}
      data-focus-on-load={element.focus_on_load}
      onChange={(event) => send(event.target.value)}
    />
  );
}

function fromInput(input: string, typed: string): string | number | null {
  if (typed === '') return null;
  return input === 'datetime-local' ? Math.floor(new Date(typed).getTime() / 1000) : typed;
}

function toInput(input: string, held: unknown): string {
  if (input !== 'datetime-local') return typeof held === 'string' ? held : '';
  if (typeof held !== 'number') return '';
  const date = new Date(held * 1000);
  return new Date(held * 1000 - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
