import { vendorPick } from '../domain/vendor-pick.ts';
import { suggestion } from '../engine/suggestion.ts';

const most = 20;

/** Vendors by a part of their name, where a new one would make no sense. */
export const suggestKnownVendors = suggestion({
  name: 'suggest-known-vendors',
  of: 'known-vendors',
  needs: 'budget.set',

  async offer(typed, { ports }) {
    if (typed === '') return [];
    const found = await ports.store.vendors.search(typed, most);
    return found.map((one) => [vendorPick(one), one.name]);
  },
});
