import { numberKey } from './vendor.ts';

/** One thing looked for: a word, or words that stand together. `begins`: it may go on, as the last word does while somebody is still typing. `number`: how an invoice number would be kept that begins so. */
export type Term = {
  readonly text: string;
  readonly isPhrase: boolean;
  readonly begins: boolean;
  readonly number: string | null;
};

/** More words narrow nothing that people can still follow. */
const mostTerms = 8;

/** What is looked for, word by word; quotes keep a phrase together. Signs alone are no words. */
export function termsIn(words: string): readonly Term[] {
  const found = (words.match(/"[^"]*"?|[^\s"]+/g) ?? [])
    .map((token) => ({ text: token.replaceAll('"', '').trim(), isPhrase: token.startsWith('"') }))
    .filter(({ text }) => /[\p{L}\p{N}]/u.test(text))
    .slice(0, mostTerms);
  return found.map(({ text, isPhrase }, at) => ({
    text,
    isPhrase,
    begins: !isPhrase && at === found.length - 1,
    number: numberLike(text),
  }));
}

/** The words together as the number of an invoice ("INV 2024/77"); null where no number looks so. */
export const wholeNumber = (words: string): string | null => numberLike(words.replaceAll('"', ' '));

/** A number of an invoice has a digit. */
const numberLike = (text: string): string | null => (/\d/.test(text) ? numberKey(text) : null);

/** What a number must be like that begins so; of fewer than three signs too many begin so, and it must be that. */
export const numberPattern = (key: string): string => (key.length < 3 ? key : `${key}%`);
