import type { Candidate, Expense, Field, Seen } from '../reading.ts';

/** How sure the reader is that the text is right and that it is of this type. */
export const trustOf = ({ value, typeConfidence }: Candidate): number => value.confidence * typeConfidence;

const foundOf = ({ text, page, box }: Seen): NonNullable<Field<unknown>['found']> => ({
  text,
  page,
  ...(box && { box }),
});

/** The candidates of these types that say something, the surest first. */
export const named = ({ fields }: Expense, ...types: readonly string[]): readonly Candidate[] =>
  fields
    .filter(({ type, value }) => types.includes(type) && value.text.trim() !== '')
    .toSorted((a, b) => trustOf(b) - trustOf(a));

/** The candidate as a field; `share` is how much of its trust is left. */
export const fieldOf = <T>(value: T, candidate: Candidate, share = 1): Field<T> => ({
  value,
  confidence: Math.max(0.05, Math.min(0.99, trustOf(candidate) * share)),
  found: foundOf(candidate.value),
});
