import { type Actor, may } from '../domain/access.ts';
import { dayOf } from '../domain/calendar.ts';
import type { Money } from '../domain/money.ts';
import type { Control, Part, Span } from '../domain/reply.ts';
import { earnedBy, underWords, type VendorTrust } from '../domain/vendor-trust.ts';
import type { Ports } from '../engine/ports.ts';

/** The buttons by which a person decides about it, drawn by who handles them. */
export type TrustButtons = {
  readonly offer: (under: Money) => readonly Control[];
  readonly stop: (vendor: string) => readonly Control[];
};

type Asked = { readonly invoice: bigint; readonly actor: Actor; readonly buttons: TrustButtons };

/** The question whether invoices of this one's vendor may confirm themselves, where they have earned it and the person may say so. */
export async function trustOffer(asked: Asked, ports: Pick<Ports, 'store'>): Promise<readonly Part[]> {
  const trust = await trustFor(asked, ports);
  return trust?.offers ? withControls(offer(trust.vendor, trust.offers), asked.buttons.offer(trust.offers)) : [];
}

/** That question, or that they do, and how to stop it. */
export async function trustParts(asked: Asked, ports: Pick<Ports, 'store'>): Promise<readonly Part[]> {
  const trust = await trustFor(asked, ports);
  if (trust?.auto) return withControls(standing(trust.vendor, trust.auto), asked.buttons.stop(trust.vendor));
  return trust?.offers ? withControls(offer(trust.vendor, trust.offers), asked.buttons.offer(trust.offers)) : [];
}

const trustFor = async ({ invoice, actor }: Asked, { store }: Pick<Ports, 'store'>): Promise<VendorTrust | null> =>
  may(actor, 'vendor.trust') ? store.vendors.trust(invoice) : null;

const withControls = (text: readonly Span[], controls: readonly Control[]): readonly Part[] => [
  { part: 'text', text },
  ...(controls.length > 0 ? [{ part: 'controls', controls } as const] : []),
];

const standing = (
  vendor: string,
  { minor, currency, setBy, setAt }: NonNullable<VendorTrust['auto']>,
): readonly Span[] => [
  `Invoices of ${vendor} ${underWords(minor, currency)} confirm themselves when every field is sure and the account is known; ${setBy} set that on `,
  { day: dayOf(setAt) },
  '.',
];

const offer = (vendor: string, { minor, currency }: Money): readonly Span[] => [
  `The last ${earnedBy} invoices of ${vendor} needed no correction. `,
  { bold: `Confirm invoices of ${vendor} ${underWords(minor, currency)} by themselves?` },
];
