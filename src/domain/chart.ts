/** A column of the rows: money in minor units, a count, a day, a month (`YYYY-MM`) or a name. */
export type Axis<Column extends string> = {
  readonly field: Column;
  readonly as: 'money' | 'count' | 'day' | 'month' | 'name';
  readonly title?: string;
};

/**
 * A picture of rows. `trend` runs along time, `bars` ranks names from the largest, `shares` are parts of a whole (none below nothing), `calendar` has a field for each day,
 * of days in a row. Size, fonts, colours and number formats belong to whoever draws it.
 */
export type Chart<Column extends string = string> = {
  readonly mark: 'trend' | 'bars' | 'shares' | 'calendar';
  readonly x: Axis<Column>;
  readonly y: Axis<Column>;
  /** The finding, as a sentence: "Spend rose 12 % to €41,200 in October". */
  readonly title: string;
  readonly subtitle?: string;
  /** Names the currency of money columns. */
  readonly currency?: string;
};
