import { wordsOf } from './fold.ts';
import { phrasesOf } from './label-words.ts';
import { betweenWords, numberCompounds, numberedPapers, numberWords } from './number-words.ts';

const titles = new Set(phrasesOf('number').map((phrase) => wordsOf(phrase).join(' ')));
const papers = new Set([...titles, ...numberedPapers]);
const compounds = new Set(numberCompounds);
const longest = (list: ReadonlySet<string>): number => Math.max(...[...list].map((text) => text.split(' ').length));
const [longestPaper, longestNumber] = [longest(papers), longest(numberWords)];

const opening = new Set([...papers, ...numberWords, ...compounds].map((text) => text.split(' ')[0]));

/** The words that labels of a number consist of, for slips of OCR to be mended to. */
export const numberVocabulary: readonly string[] = [...papers, ...numberWords, ...compounds].flatMap((text) =>
  text.split(' '),
);

/**
 * How many of the folded words from `at` on call the invoice's number: a paper and a word for a number in either order ("Facture n°",
 * "número da nota fiscal"), or both in one word ("Rechnungsnummer"); 0 when they do not. A paper alone is not taken: that is in the dictionary.
 */
export function numberLabelAt(words: readonly string[], at: number): number {
  if (!opening.has(words[at])) return 0;
  const paper = papersAt(words, at);
  const behind = paper > 0 ? numbersAt(words, at + paper) : 0;
  if (behind > 0) return paper + behind;
  if (compounds.has(words[at] ?? '')) return 1;
  const number = taken(words, at, numberWords, longestNumber);
  if (number === 0) return 0;
  const between = betweenAt(words, at + number);
  const named = taken(words, at + number + between, papers, longestPaper);
  return named === 0 ? 0 : number + between + named;
}

/** Do these words name a paper and no number? */
export const isTitle = (text: string): boolean => titles.has(wordsOf(text).join(' '));

function papersAt(words: readonly string[], at: number): number {
  const first = taken(words, at, papers, longestPaper);
  return first === 0 ? 0 : first + taken(words, at + first, papers, longestPaper);
}

function numbersAt(words: readonly string[], at: number): number {
  const first = taken(words, at, numberWords, longestNumber);
  return first === 0 ? 0 : first + taken(words, at + first, numberWords, longestNumber);
}

function betweenAt(words: readonly string[], at: number): number {
  let count = 0;
  while (count < 2 && betweenWords.has(words[at + count] ?? '')) count += 1;
  return count;
}

function taken(words: readonly string[], at: number, list: ReadonlySet<string>, most: number): number {
  for (let length = most; length > 0; length -= 1)
    if (at + length <= words.length && list.has(words.slice(at, at + length).join(' '))) return length;
  return 0;
}
