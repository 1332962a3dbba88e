import type { Budget } from '../domain/budget.ts';
import type { Reply } from '../domain/reply.ts';
import type { Ports } from '../engine/ports.ts';
import { type SettingsLook, settingsSaying } from '../workflows/settings-list.ts';
import { budgetChange } from './budget-change.ts';
import { budgetNew } from './budget-new.ts';
import { budgetRemove } from './budget-remove.ts';

/** The settings as `/penny settings` answers them, with what was just done where something was. */
export async function settingsList(
  ports: Pick<Ports, 'store'>,
  look: Pick<SettingsLook, 'said' | 'named'> = {},
): Promise<Extract<Reply, { readonly kind: 'say' }>> {
  const controls = ({ id }: Budget) => [budgetChange, budgetRemove].map((one) => one.draw({ budget: String(id) }));
  const saying = await settingsSaying({ ...look, controls, more: [budgetNew.draw({})] }, ports);
  return { kind: 'say', to: 'person', saying };
}
