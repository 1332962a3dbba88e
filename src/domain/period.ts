import type { IsoDate } from './calendar.ts';

/** Days from `from` to `to`, both included; `says` is how people name it: "October 2026", "last 90 days". */
export type Period = { readonly from: IsoDate; readonly to: IsoDate; readonly says: string };
