import { record } from './arguments.ts';
import type { Element } from './block-kit/walk.ts';
import { stateField } from './input-state.ts';
import type { ElementState } from './page-api.ts';
import type { Workspace } from './workspace.ts';

export type Option = { readonly text?: { readonly text?: string }; readonly value?: string };

/** What a person types or picks, as the state of that element. `found` is what the app offered for a menu whose options are its own. */
export function entered(
  workspace: Workspace,
  { element, actionId }: Element,
  choice: string | readonly string[],
  found: readonly Option[] = [],
): ElementState {
  const { type } = element;
  const choices = typeof choice === 'string' ? (choice === '' ? [] : [choice]) : choice;
  const field = type === 'overflow' ? 'selected_option' : stateField(type);
  if (!field) throw new Error(`Nothing can be entered into ${actionId}, which is a ${type}.`);
  const values = choices.map((one) => chosen(workspace, element, field, one, found));
  const several = field.endsWith('s');
  return { type, [field]: several ? values : (values[0] ?? null) };
}

function chosen(
  workspace: Workspace,
  element: Element['element'],
  field: string,
  choice: string,
  found: readonly Option[],
): unknown {
  if (field.startsWith('selected_option')) return optionOf([...optionsOf(element), ...found], choice);
  if (field.startsWith('selected_user')) return personOf(workspace, choice);
  if (/^selected_(channel|conversation)/.test(field)) return channelOf(workspace, choice);
  if (field === 'selected_date_time') return Math.floor(Date.parse(choice) / 1000);
  if (field === 'rich_text_value') return richText(choice);
  return choice;
}

function optionOf(options: readonly Option[], choice: string): Option {
  const option = options.find(({ text, value }) => text?.text === choice || value === choice);
  if (option) return option;
  throw new Error(
    `There is no option “${choice}”. There is: ${options.map(({ text }) => `“${text?.text}”`).join(', ')}.`,
  );
}

/** Its own options. One that comes from the app knows no more than what it began with, until something is looked up. */
function optionsOf(element: Readonly<Record<string, unknown>>): readonly Option[] {
  const own = Array.isArray(element.options) ? element.options : [];
  const groups = Array.isArray(element.option_groups) ? element.option_groups : [];
  const first = element.initial_option ? [record(element.initial_option)] : [];
  return [...own, ...groups.flatMap((group) => optionsOf(record(group))), ...first];
}

function personOf(workspace: Workspace, choice: string): string {
  const person = [...workspace.people.values()].find((one) => [one.id, one.name, one.realName].includes(choice));
  return person?.id ?? choice;
}

function channelOf(workspace: Workspace, choice: string): string {
  const channel = [...workspace.channels.values()].find((one) => [one.id, one.name, `#${one.name}`].includes(choice));
  return channel?.id ?? choice;
}

function richText(text: string) {
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text }] }] };
}
