/** Letters that a list of Slack's can carry for one entry: https://docs.slack.dev/reference/block-kit/composition-objects/option-object */
export const longestPick = 75;

const numbered = /^#(\d{1,18})$/;

/** What comes back when a vendor is picked from a list: its name, or `#` and its number where the name is too long, or could be mistaken for such a number. */
export const vendorPick = ({ id, name }: { readonly id: bigint; readonly name: string }): string =>
  canBePicked(name) ? name : `#${id}`;

/** May this name stand for itself in a list? */
export const canBePicked = (name: string): boolean => name.length <= longestPick && !numbered.test(name);

/** The number of the vendor that was picked by it; null for a name. */
export function pickedNumber(pick: string): bigint | null {
  const [, number] = numbered.exec(pick) ?? [];
  return number === undefined ? null : BigInt(number);
}

/** Is picked with a sentence in place of a name; no vendor has this number. */
export const noVendor = '#0';
export const nameRule = `A new vendor’s name: at most ${longestPick} letters, and no # before a number`;
