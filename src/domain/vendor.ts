/** Words that say what kind of company it is, not which. Without dots: "S.A." is `sa`. */
const legalForms = new Set(
  `ab ag aps as asa bhd bv bvba co company corp corporation cv doo dooel ead eg ek eood ev ges gesmbh gbr gmbh haftungsbeschrankt inc incorporated
  kft kg kgaa kk lda limited limitada limitee llc llp lp ltd ltda mbh nv od ohg ood oy oyj plc pte pty pvt ry sa sab sae sarl sas sasu sc sca scrl sdn se sia sl slu
  snc sp spa spzoo srl sro ug vof zrt`.split(/\s+/),
);

/** Letters that Unicode does not take apart into a letter and a mark. */
const folded: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The name by which two ways of writing one vendor are recognised: no case, accents, punctuation or legal form. Never empty for a name that is not. */
export function vendorKey(name: string): string {
  const written = fold(name).split(' ');
  const words = written.filter((word) => word !== 'and' && word !== 'und');
  const bare = words.slice(0, words.findLastIndex((word) => !legalForms.has(word)) + 1);
  return ([bare, words, written].find((some) => some.length > 0) ?? []).join(' ') || name.trim().toLowerCase();
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => folded[letter] ?? letter)
    .replace(/['’`´.]/g, '')
    .replace(/\b(\p{L})\/(\p{L})\b/gu, '$1$2') // A/S
    .replace(/[&+]/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/\bsp z oo\b/g, 'spzoo')
    .trim();

/** The tax id without spaces and punctuation; null when nothing is left. */
export const taxIdKey = (taxId: string): string | null => taxId.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '') || null;

/**
 * The invoice number as duplicates are looked for: no case, spaces or punctuation, no zeros before a number, and one sign for those that are mistaken
 * for each other (O and 0, I and 1). Null when nothing is left.
 */
export function numberKey(number: string): string | null {
  const signs = number
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  const alike = signs.replaceAll('O', '0').replaceAll('I', '1');
  return alike.replace(/(^|\p{L})0+(?=\d)/gu, '$1') || null;
}
