import type { types } from '@slack/bolt';
import type { Control } from '../../../domain/reply.ts';
import { plain } from './plain.ts';

/** https://docs.slack.dev/reference/block-kit/blocks/actions-block */
const perBlock = 25;
/** https://docs.slack.dev/reference/block-kit/block-elements/button-element */
const longestValue = 2000;

/** Buttons in a row. Slack wants every action_id of a block to be another: the interaction's name, then a number. */
export function controlBlocks(controls: readonly Control[]): types.ActionsBlock[] {
  const blocks: types.ActionsBlock[] = [];
  for (let i = 0; i < controls.length; i += perBlock) {
    blocks.push({ type: 'actions', elements: controls.slice(i, i + perBlock).map(button) });
  }
  return blocks;
}

const separator = '|';

/** The interaction that a pressed action_id means. */
export const pressedName = (actionId: string): string => actionId.split(separator, 1)[0] ?? '';

function button({ press, label, value, style, confirm }: Control, n: number): types.Button {
  if (value.length > longestValue) throw new Error(`The value of the button ${press} is longer than Slack takes.`);
  return {
    type: 'button',
    action_id: `${press}${separator}${n}`,
    text: plain(label, 75),
    ...(value === '' ? {} : { value }),
    ...(style ? { style } : {}),
    ...(confirm ? { confirm: confirmation(confirm, style) } : {}),
  };
}

const confirmation = (confirm: NonNullable<Control['confirm']>, style: Control['style']): types.ConfirmationDialog => ({
  title: plain(confirm.title, 100),
  text: plain(confirm.text, 300),
  confirm: plain(confirm.yes, 30),
  deny: plain(confirm.no, 30),
  ...(style ? { style } : {}),
});
