import { z } from 'zod';
import type { Block } from '../page-api.ts';
import { blockOf } from './blocks.ts';
import { at, problemsOf } from './problems.ts';
import { plain } from './text.ts';
import { repeatedIds } from './unique.ts';
import { elementsOf } from './walk.ts';

const common = {
  callback_id: z.string().max(255).optional(),
  external_id: z.string().max(255).optional(),
  private_metadata: z.string().max(3000).optional(),
};

const Modal = z.strictObject({
  ...common,
  type: z.literal('modal'),
  title: plain(24),
  submit: plain(24).nullish(),
  close: plain(24).nullish(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
  blocks: z.array(blockOf.modal).max(100),
});

const Home = z.strictObject({ ...common, type: z.literal('home'), blocks: z.array(blockOf.home).max(100) });

/** What is wrong with a view, as Slack would say it; nothing when it would take it. */
export function checkView(view: unknown, type: 'modal' | 'home'): readonly string[] {
  const problems = problemsOf(type === 'modal' ? Modal : Home, view, '/view');
  if (problems.length > 0) return [at('/view', 'failed to match all allowed schemas'), ...problems];
  const { blocks, submit } = view as { readonly blocks: readonly Block[]; readonly submit?: unknown }; // as the schema says
  const hasInput = blocks.some((block) => block.type === 'input');
  const focused = elementsOf(blocks).filter(({ element }) => element.focus_on_load === true);
  return [
    ...repeatedIds(blocks, '/view/blocks'),
    ...(type === 'modal' && hasInput && !submit ? [at('/view', 'missing required field: submit')] : []),
    ...(focused.length > 1 ? [at('/view/blocks', 'only one element may have `focus_on_load`')] : []),
  ];
}
