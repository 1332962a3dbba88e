import { Fault } from './fault.ts';

export const roles = ['operator', 'accountant', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Every permission with what it lets a person do; the words stand in refusals and in the README's table. */
export const permissions = {
  'document.share': 'share invoice files',
  'invoice.add': 'add an invoice by hand',
  'invoice.read-own': 'see what they sent themselves',
  'invoice.correct-own': 'correct what they sent themselves, until it is confirmed',
  'invoice.read': 'see all invoices and search them',
  'invoice.correct': 'correct all invoices, until they are confirmed',
  'invoice.confirm': 'confirm an invoice',
  'vendor.trust': 'let invoices of a vendor confirm themselves',
  'invoice.delete': 'delete an invoice',
  'duplicate.decide': 'decide about duplicates',
  'import.load': 'load spreadsheets, and undo that',
  'invoice.export': 'take invoices out as a file',
  'report.read': 'see reports and KPI cards',
  'report.share': 'share a report in a channel',
  'digest.manage': 'set and stop digests and reminders',
  'budget.set': 'set budgets',
  'desk.read': 'see what Penny can do for them',
  'desk.status': 'see the state of the desk',
  'access.read': 'see who has which role',
  'audit.read': 'read the audit log',
} as const;
export type Permission = keyof typeof permissions;

const operator = [
  'desk.read',
  'document.share',
  'invoice.add',
  'invoice.read-own',
  'invoice.correct-own',
] as const satisfies readonly Permission[];
const accountant = [
  ...operator,
  'invoice.read',
  'invoice.correct',
  'invoice.confirm',
  'vendor.trust',
  'invoice.delete',
  'duplicate.decide',
  'import.load',
  'invoice.export',
  'report.read',
  'report.share',
  'digest.manage',
  'budget.set',
] as const satisfies readonly Permission[];
const admin = [...accountant, 'desk.status', 'access.read', 'audit.read'] as const satisfies readonly Permission[];

/** What Penny's own jobs may: take in what nobody shared, and load what somebody at the terminal names. Nobody can be given this role. */
const penny = ['document.share', 'import.load'] as const satisfies readonly Permission[];

/** The one table of who may do what. */
export const granted: Readonly<Record<Role | 'penny', readonly Permission[]>> = { operator, accountant, admin, penny };

/** Somebody Penny knows. `id` is Penny's own; `slackUser` is the person in Slack, absent for Penny's own jobs and the terminal. */
export type Actor = {
  readonly id: bigint;
  readonly name: string;
  readonly slackUser: string | null;
  readonly roles: readonly (Role | 'penny')[];
  /** Where their day begins and ends: an IANA time zone, UTC where Slack named none that exists. */
  readonly zone: string;
};

/** May this actor do it? Nobody, and a role that the code does not know, may nothing. */
export const may = (actor: Actor | null, needs: Permission): boolean =>
  actor?.roles.some((role) => granted[role]?.includes(needs)) ?? false;

declare const minted: unique symbol;

/** Proof that `actor` was allowed `P`. Only `authorize` makes one. */
export type Grant<P extends Permission = Permission> = { readonly [minted]: (proof: P) => void; readonly actor: Actor };

/** Throws Fault('forbidden') unless one of the actor's roles is given the permission. */
export function authorize<P extends Permission>(actor: Actor | null, needs: P): Grant<P> {
  if (actor === null || !may(actor, needs)) {
    throw new Fault('forbidden', refusal(actor, needs));
  }
  return { actor } as Grant<P>; // the brand exists for the compiler only
}

function refusal(actor: Actor | null, needs: Permission): string {
  if (actor === null || actor.roles.length === 0) {
    return 'Penny does not know you yet. Ask an admin for a role, then try again.';
  }
  return `Your role does not let you ${permissions[needs]}. Ask an admin if you need it.`;
}
