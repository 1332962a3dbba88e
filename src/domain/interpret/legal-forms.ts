/** Endings by which a company is known for one, in the countries whose papers Penny reads. */
const forms = [
  'gmbh(?: ?& ?co\\.? ?(?:kg|ohg))?',
  'mbh',
  'ag',
  'kg',
  'ohg',
  'gbr',
  'ug(?: ?\\(haftungsbeschränkt\\))?',
  'e\\. ?k\\.?',
  'e\\. ?v\\.?',
  'kgaa',
  'eg',
  'e\\. ?u\\.?',
  'ges\\.? ?m\\. ?b\\. ?h\\.?',
  'ltd\\.?',
  'limited',
  'llc',
  'p\\.?l\\.?l\\.?c\\.?',
  'p\\.a\\.',
  'p\\.c\\.',
  'l\\.l\\.c\\.?',
  'llp',
  'inc\\.?',
  'incorporated',
  'corp\\.?',
  'corporation',
  'plc',
  'dac',
  'p\\.l\\.c\\.?',
  'pty\\.?(?: ?ltd\\.?)?',
  'pte\\.?(?: ?ltd\\.?)?',
  'pvt\\.?(?: ?ltd\\.?)?',
  'co\\.?',
  'company',
  's/b',
  's[dao0][nhm][.,]? ?[b8][hn][dco0]?[.,:]?',
  'bhd\\.?',
  'enterprise',
  'trading',
  's[aà]rl',
  's\\.a\\.r\\.l\\.?',
  'sas',
  's\\.a\\.s\\.?',
  'sasu',
  'eurl',
  'sa',
  's\\.a\\.?',
  'sci',
  'snc',
  'scop',
  'sprl',
  'srl',
  's\\.p\\.r\\.l\\.?',
  'asbl',
  's\\.?l\\.?u?\\.?',
  's\\.?l\\.?l\\.?',
  's\\.?c\\.?a\\.?',
  's\\.a\\.u\\.?',
  's\\.?a\\.?(?:p\\.?i\\.?)?,? de c\\.? ?v\\.?',
  's\\.? ?de r\\.? ?l\\.?(?: de c\\.? ?v\\.?)?',
  's\\.l\\.p\\.?',
  's\\.a\\.t\\.?',
  'soc(?:iedad|iet[aà]|\\.)? coop(?:erativa|\\.)?(?: .*)?',
  'selarl',
  'earl',
  'ltda\\.?',
  'lt[ée]e\\.?',
  's\\.?e\\.?n\\.?c\\.?(?:r\\.?l\\.?)?',
  'cic',
  'clg',
  'u\\.a\\.',
  's\\.c\\.s\\.?',
  'spol\\. s r\\. ?o\\.?',
  'og',
  'hb',
  'k/s',
  'i/s',
  's\\.s\\.',
  's\\.c\\.',
  'sociedad limitada',
  's\\.?coop\\.?',
  'c\\.b\\.',
  's\\.?r\\.?l\\.?s?\\.?',
  's\\.?p\\.?a\\.?',
  's\\.?n\\.?c\\.?',
  's\\.?a\\.?s\\.?',
  'b\\.?v\\.?',
  'n\\.?v\\.?',
  'v\\.?o\\.?f\\.?',
  'bvba',
  'cvba',
  'vzw',
  'lda\\.?',
  'limitada',
  'unipessoal(?:,? lda\\.?)?',
  'sp\\.? ?z\\.? ?o\\.? ?o\\.?',
  'sp\\.? ?j\\.?',
  'sp\\.? ?k\\.?',
  's\\.a\\.',
  'spółka.*',
  'a/s',
  'aps',
  'ab',
  'oy',
  'oyj',
  'as',
  'asa',
  's\\.r\\.o\\.?',
  'a\\.s\\.',
  'kft\\.?',
  'zrt\\.?',
  'd\\.o\\.o\\.?',
  'se',
  'scrl',
]; // prettier-ignore

const strong = new RegExp(`(?<![\\p{L}])(?:${forms.join('|')})(?:[,.]|\\s*\\(.*\\))?$`, 'iu');
const short = /(?:^|\s)(?:as|se|sa|hb|og|co\.?|eg|ab|ag|kg|sas|snc|sci|oy|company|trading|enterprise)$/iu;
const anywhere =
  /(?<![\p{L}])(?:GmbH|AG|KG|PLLC|P\.A|P\.C|Ltd|Limited|LLC|Inc|S[Aa]RL|S[àÀ]rl|SÀRL|S\.A\.R\.L|SAS|S\.A\.(?:U|S|R\.L)?|S\.L\.[UPL]?|SL|SLU|S\.?r\.?l|S\.?p\.?A|B\.?V|N\.?V|Lda|Sdn\.? ?Bhd|Pte|Pty|Pvt|PLC|DAC|Corp|Sp\. ?z ?o\.? ?o|e\.K|OHG|GbR|UG|LLP|SRL|SPA|EURL|ApS|A\/S|Oy|AB)\.?(?![\p{L}])/u;

/** Does the name end in a legal form ("Acme GmbH")? 2: without doubt, 1: with a short one that may be a word, 0: no. */
export function legalForm(name: string): 0 | 1 | 2 {
  const text = name.trim();
  if (!/\s/.test(text)) return 0;
  if (strong.test(text))
    return short.test(text) && !/(?:\s)(?:AG|KG|OG|SA|AB|HB|SAS|SE|Co\.|Oy|AS)$/u.test(text) ? 1 : 2;
  return anywhere.test(text) ? 1 : 0;
}

const trades =
  /(?<!\p{L})(?:syarikat|kedai|restoran|perniagaan|farmasi|pharmacy|klinik|clinic|restaurant|ristorante|trattoria|restaurante|café|cafe|hotel|hôtel|bakery|boulangerie|bäckerei|panadería|supermarket|supermarché|supermercado|supermercato|supermarkt|minimarket|market|mart|store|stores|shop|hardware|enterprise|enterprises|trading|electronics|motors?|garage|auto|services?|solutions|systems|consulting|studio|design|designs|group|holdings|industries|international|apotheke|pharmacie|farmacia|apteka|sklep|librairie|books?|bookshop|stationery|laundry|bar|pizzeria|bistro|brasserie|kitchen|foods?|pub|inn|centre|center|station|tankstelle|ferretería|ferreteria|taller|officine|werkstatt|druckerei|imprimerie|elektro|handel|bouw|bakkerij|slagerij|apotheek|garagem|papelaria|livraria|padaria|hurtownia|zakład|firma|biuro|wholesaler|supplies|parking|seafood|bistrot|partners|associates|architects|transport|logistics)(?!\p{L})/iu;

const whole = new RegExp(`^(?:${forms.join('|')})[,.]?$`, 'iu');

/** Is this a legal form and nothing else, as a line of its own below a long name? */
export const isLegalForm = (text: string): boolean => text.trim().length > 2 && whole.test(text.trim());

/** Does the name say what kind of business it is ("Kedai Papan", "Bäckerei Groß")? */
export const namesTrade = (name: string): boolean => trades.test(name);

/** The name up to and with its legal form, when something follows it ("Acme GmbH, Ecke 12" → "Acme GmbH"). */
export function upToForm(text: string): string {
  const match = anywhere.exec(text);
  if (!match) return text;
  const end = match.index + match[0].length;
  return match.index > 2 && behindName.test(text.slice(end)) ? text.slice(0, end) : text;
}

/** What follows a name and is no part of it: an address behind a mark, or a tax or register number. */
const behindName =
  /^\s*(?:[,;·•|●–—-]|\d|\(|(?:CIF|NIF|N\.I\.F|C\.I\.F|RFC|CNPJ|P\. ?IVA|C\.F|RCS|SIRET|SIREN|VAT|USt|UID|HR[AB]|KvK|BTW|BCE|NIP|KRS|REGON|CVR|Reg|registered|au capital|Amtsgericht|Company)(?!\p{L}))/u;

/** Legal forms as OCR misreads them at the end of a name, and what they are. */
const misread: readonly (readonly [RegExp, string])[] = [
  [/(?<=\s)s[dao0][nhm][.,]? ?[b8][hn][dco0]?[.,:]?$/iu, 'Sdn Bhd'],
  [/(?<=\s)[gc]m[bh](?:[hnlb]|ii|li|l-l|i-i)$/iu, 'GmbH'],
  [/(?<=\s)l[l1]d\.?$/iu, 'Ltd'],
  [/(?<=\s)5\. ?[rp]\. ?[lai]\.?$/iu, 'S.r.l.'],
];

/** The name with its legal form spelled right: "SUN VICTORY SON 8HD" is a Sdn Bhd. */
export function withForm(name: string): string {
  const [seen, meant] = misread.find(([shape]) => shape.test(name)) ?? [];
  if (!seen || !meant) return name;
  return name.replace(seen, (form) => (form === form.toUpperCase() && !/gm/i.test(form) ? meant.toUpperCase() : meant));
}
