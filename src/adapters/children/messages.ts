import type { FaultCode } from '../../domain/fault.ts';

/** What the parent asks of a child. `module` is the address of a file of ours, `name` an export of it. */
export type Request = { readonly module: string; readonly name: string; readonly input: unknown };

/** What the child answers. A Fault keeps its code; anything else is a bug and keeps its stack. */
export type Answer =
  | { readonly value: unknown }
  | { readonly fault: { readonly code: FaultCode; readonly message: string }; readonly stack: string }
  | { readonly bug: string; readonly stack: string };
