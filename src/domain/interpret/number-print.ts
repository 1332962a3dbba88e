import { datesIn } from './dates.ts';
import type { Token } from './lines.ts';
import { monthOf } from './month-names.ts';
import type { Place } from './places.ts';
import { vatIdsIn } from './tax-ids.ts';

/** A number without what only parts it. */
export const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/** A number as printed. */
export type Found = { readonly value: string; readonly tokens: readonly Token[]; readonly page: number };

/** What stands between a label and its number. */
export const lead =
  /^(?:[:#№.\-–=*()]+|n[°ºo]?[.:]*|n\.o[.:]*|nr[.:]*|no[.:]*|núm[.:]*|\p{Lu}{2,4}#|(?:check|chk|ticket)[.:]*|n[uú]m(?:ber|ero|mer|éro)?[.:]*|id[.:]*)$/iu;
const shape = /^[#(*]?[\p{L}\p{N}][\p{L}\p{N}/_.\-–\\+&]*[)*]?$/u;
const stops =
  /^(?:vom|von|du|of|dated?|datum|date|del|de|van|di|z|dnia|from|page|le|issued|am|den|fecha|data|em|el|il|au|and|for|to|is|the|[|·•])[:.,]?$/iu;

/** The number at the head of a place. `strict`: the place is not right behind the label, so it must look like a number on its own. */
export function numberAt(place: Place, strict: boolean): Found | null {
  const tokens = [...place.tokens];
  const marked = tokens.findIndex(({ text }, at) => at > 0 && at < 4 && /^(?:n[°º]|no|nr|n\.o)[.:]?$/iu.test(text));
  if (strict && marked > 0 && tokens.length - marked < 4) tokens.splice(0, marked + 1);
  while (tokens[0] && lead.test(tokens[0].text)) tokens.shift();
  const taken: Token[] = [];
  for (const token of tokens) {
    const joined = [...taken, token].map(({ text }) => text).join('');
    const day = taken.length > 0 && datesIn(token.text).length > 0;
    if (day || stops.test(token.text) || (taken.length > 0 && !joins(taken, token))) break;
    if (!/^[/\-–]$/.test(token.text) && !shape.test(token.text.replace(/[,;:.]+$/, ''))) break;
    taken.push(token);
    if (joined.length > 30) break;
  }
  while (taken.length > 0 && !isEnd(taken)) taken.pop();
  const rest = tokens.slice(taken.length);
  if (rest.length === 1 && rest[0] && isPart(rest[0].text) && taken.every(({ text }) => !/[,;:]$/.test(text)))
    taken.push(rest[0]);
  const end = tokens.findIndex(({ text }) => stops.test(text));
  const group = end < 0 ? tokens : tokens.slice(0, end);
  if (isGrouped(group)) taken.splice(0, taken.length, ...group);
  const value = taken
    .map(({ text }) => text)
    .join(' ')
    .replace(/^[#(*\s]+|[\s,;:.)*]+$/gu, '')
    .replace(/\s?([/\-–])\s?/gu, '$1');
  if (taken.length === 0 || !isNumber(value, strict)) return null;
  if (strict && tokens.length > taken.length + 3) return null;
  return { value, tokens: taken, page: place.segment.page };
}

/** A number ends with a digit, or with letters behind a stroke ("118 / A"). */
function isEnd(taken: readonly Token[]): boolean {
  const [before, last] = [taken.at(-2)?.text ?? '', taken.at(-1)?.text ?? ''];
  return /\d/.test(last) || (/\d/.test(taken[0]?.text ?? '') && /^\/$/.test(before) && /^\p{Lu}{1,4}$/u.test(last));
}

/** What closes a number behind a gap: "448213 A", "0774102288 25E4-1P44", "KLP-204 118". A year is none. */
const isPart = (text: string): boolean =>
  /^[A-Z]$/.test(text) ||
  (/^\d{3,6}$/.test(text) && !/^(?:19|20)\d\d$/.test(text)) ||
  (/^[A-Z\d]+(?:[-/][A-Z\d]+)*$/.test(text) && /\d/.test(text) && /[A-Z]/.test(text));

/** "26 11 7 0093318", "R 2026 0081 5543" and "26 04 F 7710 88342" fill their place with groups: one number, as telephone and power companies print theirs. */
export function isGrouped(tokens: readonly Token[]): boolean {
  const text = tokens.map((token) => token.text).join(' ');
  return (
    tokens.length > 1 && tokens.length < 7 && grouped.test(text) && plain(text).length > 6 && datesIn(text).length === 0
  );
}

const grouped = /^(?:[A-Z]{1,4} ?)?\d[\d ]{1,24}(?: [A-Z]{1,2} \d[\d ]{2,24})?$/;

/** "018304 / 28865", "FT A/123" and "RE 2024-1" are one number; "30064443 Seite" is not. */
function joins(taken: readonly Token[], token: Token): boolean {
  const last = taken[taken.length - 1]?.text ?? '';
  if (/^[/\-–]/.test(token.text) || /[/\-–]$/.test(last)) return true;
  if (/^\d{1,4}\/\p{Lu}{1,2}$/u.test(last) && /^\d{3,}$/.test(token.text)) return true; // "26/V 003177": year, series, number
  return (
    taken.every(({ text }) => !/\d/.test(text) || /^[A-Z]{1,4}\d{0,4}$/.test(text)) &&
    /\d/.test(token.text) &&
    /^[A-Z\d.]{1,5}$/.test(last) &&
    token.text.length > 1
  );
}

/** "YORK YO10 3LF", "1082 ME": where somebody lives. */
const postcode = /^(?:\p{L}+ )*(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|\d{4} [A-Z]{2})$/u;

/** "FN 266118k" is an Austrian company's number in the register, as "HRB 4711" is a German one's. */
const companyRegister = /^(?:FN \d{4,6} ?[a-z]|HR[AB] \d{2,6})$/;

function isNumber(value: string, strict: boolean): boolean {
  if (!/\d/.test(value) || value.length > 40 || /^\d{1,3}[.,]\d{2}$/.test(value) || /[%€$£@]/.test(value)) return false;
  if (/^(?:\d{1,5}\/\d{1,2}\/20\d{2}|20\d{2}\/\d{1,2}\/\d{1,4})$/.test(value) && !strict) return true;
  if (datesIn(value).some((date) => date.text.length >= value.length - 1 && !/^\d{4}-\d{2}-\d{2}/.test(value)))
    return false;
  if (monthOf(value.split(/[\s-]/)[0]?.toLowerCase() ?? '') !== null && /^\p{L}+[\s-]\d{1,2}$/u.test(value))
    return false;
  if (/^\+?\d{2}[ -]\d{2}[ -]\d{2}/.test(value) || /^\d{1,2}:\d{2}/.test(value)) return false;
  if (postcode.test(value) || companyRegister.test(value)) return false;
  if (!strict) return true;
  return (
    vatIdsIn(value).length === 0 &&
    plain(value).length >= 3 &&
    !/^\p{Ll}+$/u.test(value.replace(/\d/g, '').replace(/[^\p{L}]/gu, '') && value.replace(/\d.*$/, '')) &&
    !/^\d{5} /.test(value)
  );
}
