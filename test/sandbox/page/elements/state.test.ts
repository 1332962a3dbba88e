import { expect, test } from 'vitest';
import { isEmpty, statefulElements, valuesOf } from '../../../../src/sandbox/page/elements/state.ts';
import { form, invoiceCard } from '../fake-blocks.ts';

test('untouched inputs submit their initial values in Slack’s shapes', () => {
  const values = valuesOf(form, {});

  expect(values.vendor?.v).toEqual({ type: 'plain_text_input', value: 'Nordlicht Papier GmbH' });
  expect(values.number?.v).toEqual({ type: 'plain_text_input', value: null });
  expect(values.date?.v).toEqual({ type: 'datepicker', selected_date: '2026-11-01' });
  expect(values.currency?.v).toMatchObject({ selected_option: { value: 'eur' } });
  expect(values.owner?.v).toEqual({ type: 'users_select', selected_user: null });
  expect(values.flags?.v).toEqual({ type: 'checkboxes', selected_options: [] });
});

test('what was touched goes before what was given', () => {
  const values = valuesOf(form, { vendor: { v: { type: 'plain_text_input', value: 'ACME Ltd.' } } });

  expect(values.vendor?.v?.value).toBe('ACME Ltd.');
});

test('buttons and menus of a message keep no state', () => {
  expect(statefulElements(invoiceCard)).toEqual([]);
});

test('inputs inside a container count', () => {
  const inside = { type: 'container', child_blocks: form };

  expect(statefulElements([inside])).toHaveLength(statefulElements(form).length);
});

test.each([
  [{ type: 'plain_text_input', value: null }, true],
  [{ type: 'checkboxes', selected_options: [] }, true],
  [{ type: 'number_input', value: '0' }, false],
])('%j is empty: %s', (state, empty) => {
  expect(isEmpty(state)).toBe(empty);
});
