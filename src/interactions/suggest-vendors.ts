import type { Option } from '../domain/reply.ts';
import { vendorKey } from '../domain/vendor.ts';
import { canBePicked, nameRule, noVendor, vendorPick } from '../domain/vendor-pick.ts';
import { suggestion } from '../engine/suggestion.ts';

const most = 20;

/** Vendors by a part of their name. What was typed comes first where nobody is called that: a form must be able to name a new vendor. */
export const suggestVendors = suggestion({
  name: 'suggest-vendors',
  of: 'vendors',
  needs: 'invoice.add',

  async offer(typed, { ports }) {
    if (typed === '') return [];
    const found = await ports.store.vendors.search(typed, most);
    const isThere = found.some(({ name, isMeant }) => isMeant || vendorKey(name) === vendorKey(typed));
    return [...(isThere ? [] : asNew(typed)), ...found.map((one): Option => [vendorPick(one), one.name])];
  },
});

/** A longer name is answered too: who typed it should see why it cannot be picked. */
const asNew = (typed: string): readonly Option[] =>
  canBePicked(typed) ? [[typed, `“${brief(typed)}” (new vendor)`]] : [[noVendor, nameRule]];

/** Leaves room for what stands around it. */
const brief = (typed: string): string => (typed.length <= 58 ? typed : `${Array.from(typed).slice(0, 57).join('')}…`);
