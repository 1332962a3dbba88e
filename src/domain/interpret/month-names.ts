import { distance, fold } from './fold.ts';

/** Month names, January first, in the languages Penny reads; genitives and printed abbreviations beside. */
const names = [
  'january januar janner janvier enero gennaio januari janeiro stycznia styczen ene gen sty',
  'february februar feber fevrier febrero febbraio februari fevereiro lutego luty fev febr fevr lut',
  'march marz maerz mars marzo maart marco marca marzec mrz mrt mrc',
  'april avril abril aprile kwietnia kwiecien avr abr kwi',
  'may mai mayo maggio mei maio maja maj mag',
  'june juni juin junio giugno junho czerwca czerwiec giu cze',
  'july juli juillet julio luglio julho lipca lipiec juil lug lip',
  'august aout agosto augustus sierpnia sierpien aou ago sie aug',
  'september septembre septiembre settembre setembro wrzesnia wrzesien sept set wrz setiembre',
  'october oktober octobre octubre ottobre outubro pazdziernika pazdziernik okt ott out paz',
  'november novembre noviembre novembro listopada listopad lis',
  'december dezember decembre diciembre dicembre dezembro grudnia grudzien dez dic gru',
];

const months = new Map<string, number>();
for (const [index, list] of names.entries()) {
  for (const name of list.split(' ')) months.set(name, index + 1);
  const [english = ''] = list.split(' ');
  months.set(english.slice(0, 3), index + 1);
}

/** 1–12 for the name or abbreviation of a month; `null` for any other word. */
export function monthOf(word: string): number | null {
  const folded = fold(word).replace(/[^a-z]/g, '');
  const known = months.get(folded);
  if (known !== undefined) return known;
  if (folded.length < 3) return null;
  const fits = [...months].filter(
    ([name]) => name.length > folded.length && folded.length > 2 && name.startsWith(folded),
  );
  const found = new Set(fits.map(([, month]) => month));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** The same with one letter misread ("Api"), when that leaves one month. */
export function monthLike(word: string): number | null {
  const exact = monthOf(word);
  if (exact !== null) return exact;
  const folded = fold(word).replace(/[^a-z0-9]/g, '');
  if (folded.length < 3) return null;
  const near = new Set(
    [...months].filter(([name]) => name.length > 2 && distance(name, folded, 1) <= 1).map(([, month]) => month),
  );
  return near.size === 1 ? ([...near][0] ?? null) : null;
}
