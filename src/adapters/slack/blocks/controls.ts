import type { types } from '@slack/bolt';
import type { Button, Control, Menu, Option } from '../../../domain/reply.ts';
import { plain } from './plain.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
const perBlock = 25;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const longestValue = 2000;

/** https://docs.slack.dev/reference/block-kit/block-elements/select-menu-element; what a menu is about stands in its action_id, since the value of an option has no room. */
const longestId = 255;
/** https://docs.slack.dev/reference/block-kit/composition-objects/option-object, the smaller of the two lengths that Slack names. */
const longestOption = 75;
const mostOptions = 100;

/** Buttons and menus in a row. Slack wants every action_id of a block to be another: the interaction's name, then a number, then what a menu is about. */
export function controlBlocks(all: readonly Control[]): types.ActionsBlock[] {
  const controls = all.filter((one) => !('choices' in one) || fits(one));
  const blocks: types.ActionsBlock[] = [];
  for (let i = 0; i < controls.length; i += perBlock) {
    const some = controls.slice(i, i + perBlock);
    blocks.push({
      type: 'actions',
      elements: some.map((one, n) => ('choices' in one ? menu(one, n) : button(one, n))),
    });
  }
  return blocks;
}

const separator = '|';

/** The interaction that an action_id means, and what its menu was about. */
export function pressedBy(actionId: string): { readonly name: string; readonly about: string } {
  const [name = '', , ...about] = actionId.split(separator);
  return { name, about: about.join(separator) };
}

const fits = ({ press, about, choices }: Menu): boolean =>
  press.length + about.length + 5 <= longestId && choices.some(({ options }) => options.length > 0);

function button({ press, label, value, style, confirm }: Button, n: number): types.Button {
  if (value.length > longestValue) throw new Error(`The value of the button ${press} is longer than Slack takes.`);
  return {
    type: 'button',
    action_id: [press, n].join(separator),
    text: plain(label, 75),
    ...(value === '' ? {} : { value }),
    ...(style ? { style } : {}),
    ...(confirm ? { confirm: confirmation(confirm, style) } : {}),
  };
}

function menu({ press, label, about, choices }: Menu, n: number): types.StaticSelect {
  const groups = choices
    .filter(({ options }) => options.length > 0)
    .map(({ heading, options }) => ({ heading, options: options.slice(0, mostOptions).map(option) }));
  const [first] = groups;
  return {
    type: 'static_select',
    action_id: [press, n, about].join(separator),
    placeholder: plain(label, 150),
    ...(groups.length === 1 && first && first.heading === undefined
      ? { options: first.options }
      : { option_groups: groups.map(({ heading, options }) => ({ label: plain(heading ?? label, 75), options })) }),
  };
}

/** An entry of a list. */
export function option([value, label]: Option): types.PlainTextOption {
  if (value.length > longestOption) throw new Error(`The option ${label} has a longer value than Slack takes.`);
  return { value, text: plain(label, 75) };
}

const confirmation = (confirm: NonNullable<Button['confirm']>, style: Button['style']): types.ConfirmationDialog => ({
  title: plain(confirm.title, 100),
  text: plain(confirm.text, 300),
  confirm: plain(confirm.yes, 30),
  deny: plain(confirm.no, 30),
  ...(style ? { style } : {}),
});
