/** A column of the rows: money in minor units, a count, a day, a month (`YYYY-MM`) or a name. */
export type Axis<Column extends string> = {
  readonly field: Column;
  readonly as: 'money' | 'count' | 'day' | 'month' | 'name';
  /** What it is called beside another amount: "The last 12 months". */
  readonly title?: string;
  /** Amounts are changes: what rose has its plus, and what fell a colour of its own. */
  readonly signed?: boolean;
};

/** A second amount of each row, drawn quietly beside the first. `says` names it: "October 2025", "Plan". It may be missing (`null`) where the first is not, and the other way round. */
export type Beside<Column extends string> = { readonly field: Column; readonly says: string };

/**
 * A picture of rows. `trend` runs along time, `bars` ranks names from the largest, `shares` are parts of a whole (none below nothing), `calendar` has a field for each day,
 * of days in a row. Size, fonts, colours and number formats belong to whoever draws it.
 */
export type Chart<Column extends string = string> = {
  readonly mark: 'trend' | 'bars' | 'shares' | 'calendar';
  readonly x: Axis<Column>;
  readonly y: Axis<Column>;
  /** Of `trend` and `bars` only. */
  readonly beside?: Beside<Column>;
  /** The finding, as a sentence: "Spend rose 12 % to €41,200 in October". */
  readonly title: string;
  readonly subtitle?: string;
  /** Names the currency of money columns. */
  readonly currency?: string;
};
