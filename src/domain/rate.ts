import type { IsoDate } from './calendar.ts';
import type { Currency } from './money.ts';

/** What one euro bought of a currency on a day: a plain decimal, exact. */
export type Rate = { readonly day: IsoDate; readonly currency: Currency; readonly perEuro: string };
