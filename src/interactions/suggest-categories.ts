import { suggestion } from '../engine/suggestion.ts';

const most = 100;

/** Categories by a part of their name; before anything is typed, the first of all. */
export const suggestCategories = suggestion({
  name: 'suggest-categories',
  of: 'categories',
  needs: 'invoice.add',

  async offer(typed, { ports }) {
    const names = await ports.store.ledger.categories();
    const wanted = typed.toLowerCase();
    const found = names.filter((name) => name.toLowerCase().includes(wanted));
    return found.slice(0, most).map((name) => [name, name]);
  },
});
