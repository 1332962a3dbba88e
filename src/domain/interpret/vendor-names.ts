import { fold, wordsOf } from './fold.ts';
import { legalForm } from './legal-forms.ts';
import { monthOf } from './month-names.ts';

/** Words that name the paper or its parts; at the ends of a name they are cut off. */
const titles = new Set(
  'invoice,tax,receipt,bill,bills,statement,credit,note,memo,original,copy,duplicate,proforma,retail,invoices,simplified,official,cash,sales,rechnung,gutschrift,quittung,beleg,kopie,facture,avoir,recu,ticket,duplicata,factura,albaran,recibo,presupuesto,fattura,ricevuta,factuur,creditnota,bon,kassabon,fatura,faktura,paragon,vat,order,quote,quotation,estimate,logo,oryginal,kopia,duplikat,simplificada,simplificado,paiement,payment,pago,pagamento,betaling,zahlung,platnosci,acquittee,origineel,originale,originele,duplicado'.split(
    ',',
  ),
);
const connecting = new Set([
  'and',
  'of',
  'for',
  'no',
  'nr',
  'from',
  'by',
  'the',
  'to',
  'your',
  'page',
  'de',
  'von',
  'du',
  '1',
]);

/** Words that open a street or stand within an address, and such as close a street ("Birch Lane"): amid a name ("Birch Lane Animal Hospital") they are part of it. */
const opening =
  /(?:^|[,·|]\s*|\d\s*)(?:jalan|jln|taman|tmn|rue|chemin|place|quai|allee|allée|impasse|calle|c\/|plaza|paseo|avda|av\.|via|viale|corso|piazza|rua|avenida|praça|largo|ul\.|ulica|al\.|aleja|os\.|p\.? ?o\.? ?box|postfach|postbus|casella postale|suite|floor|building|unit|lot|level|block|blk|pol\.? ?ind|polígono|poligono|lugar de|pg\. ind|plot|gat no|survey no|phase|urb|bp \d+|zone|zona|za|zi|batu|kampung|ecke|box)(?![\p{L}\d])/iu;
const closing =
  /(?<![\p{L}\d])(?:street|str|st|straße|strasse|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|straat|laan|weg|plein|gracht|cedex|estate|platz|ring|gasse|way|court|square|hwy|highway|parkway|apt)\.?(?=$|,|\s*\d)|(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|straat|laan|plein|gracht|ufer|damm)\s*\d/iu;
const isStreet = (text: string): boolean =>
  opening.test(text) || (closing.test(text) && text.trim().split(/\s+/).length > 1);
const countries = new Set(
  'france,germany,deutschland,united states,usa,us,uk,united kingdom,espana,spain,italia,italy,nederland,netherlands,belgie,belgique,belgium,portugal,polska,poland,malaysia,singapore,india,canada,australia,ireland,osterreich,austria,schweiz,suisse,switzerland,hong kong,england,denmark,sweden,norway,new zealand,luxembourg,germany deutschland,deutschland germany,china,japan,brasil,mexico'.split(
    ',',
  ),
);

/** "Nome" before or above a name says that one follows and is none. */
export const isNameWord = (text: string): boolean =>
  /^(?:company |full |legal |trading )?(?:name|nome|nom|nombre|naam|nazwa|firma|bedrijfsnaam|raison sociale|ragione sociale|raz[oó]n social|denomina[zt]i?(?:one|ción)|denominação|nome ou denominação|imię i nazwisko)\s?[:.]?$/iu.test(
    text.trim(),
  );

/** Who at a buyer's receives bills: "Accounts Payable", "Service comptabilité fournisseurs". */
export const payerDesk =
  /^(?:(?:the |att[n.]*:? |abt\. |abteilung |dept\.? |department of |service |pôle |direction |ufficio |dpto\. |departamento (?:de )?|afdeling |t\.a\.v\. |dział )?(?:accounts? payable|purchase ledger|kreditorenbuchhaltung|kreditoren|rechnungseingang|rechnungsprüfung|(?:finanz)?buchhaltung|rechnungswesen|comptabilité(?: fournisseurs)?|comptes fournisseurs|contabilit[àa](?: fornitori)?|amministrazione|contabilidad(?: de proveedores)?|cuentas a pagar|contas a pagar|contabilidade(?: fornecedores)?|crediteuren(?:administratie)?|financi[ëe]le administratie|boekhouding|księgowo(?:ść|ści)|finance (?:department|dept\.?|team)|treasurer|penningmeester|kassenwart|schatzmeister(?:in)?|trésori(?:er|ère)|tesorer[oa]|tesoriere))$/iu;

/** Could this line of print be a company's name? Addresses, numbers, labels with values, sentences and titles are none. */
export function isName(text: string): boolean {
  const words = wordsOf(text);
  if (isNameWord(text) || /\b(?:no|nr|number|n[°º])\.?$/iu.test(text)) return false;
  if (!/\s/.test(text.trim()) && /[\d_]/.test(text)) return false;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const digits = text.match(/\d/g)?.length ?? 0;
  if (
    letters < 3 ||
    letters < text.replace(/\s/g, '').length * 0.55 ||
    digits > Math.max(4, letters / 3) ||
    words.length > 10 ||
    text.length > 70
  )
    return false;
  if (words.every((word) => titles.has(word) || connecting.has(word) || word.length < 2)) return false;
  if (countries.has(words.join(' ')) || words.every((word) => monthOf(word) !== null || /^\d/.test(word))) return false;
  if (/@|https?:|www\.|^\W*\+?\d[\d\s()./-]{6,}|[€$£%]|:\s*$/u.test(text)) return false;
  if (
    (isStreet(text) && legalForm(text) < 2) ||
    /^\s*(?:[A-Z]{1,3}[- ])?\d{4,6}\s+\p{L}/u.test(text) ||
    /,\s*[A-Z]{2}\s+\d{4,5}|\b\d{5,6}\b/u.test(text) ||
    /(?<![A-Z\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![A-Z\d])/u.test(text)
  )
    return false;
  if (payerDesk.test(text) || /^\p{L}{4,}(?:rechnung|factuur|faktura|faktuur)$/iu.test(text)) return false;
  return !/^(?:demand for|this is|(?:original |duplicate |copy )?for recipient|bank details|your|ihre?|votre|vos|su|uw|je|twoj|page|seite|thank|vielen dank|merci|gracias|grazie|welcome|please|bitte|sehr geehrte|dear|greetings|date|total|terms|payment|description|item|qty|tel|fax|phone|nom|code|services? (?:clients?|abonn[ée]s?)|customer (?:service|care|support)|kunden(?:service|dienst)|accounts?(?: payable| department)|billing|buchhaltung|type (?:de|of|di)|atenci[óo]n al|klantenservice|summary|product group|customer copy|merchant copy|cardholder|take ?away|dine in|eat in|order|table|guest|cashier|receipt|formerly|licensee of|food and|qty|www|no\.|staff|sale|total|sold|goods|exchange|opening|follow us|have a)\b|\b(?:summary|copy)$/iu.test(
    text,
  );
}

/** "Nome/Razão Social: Jequitibá Ltda.": what announces a name is no part of it. */
const nameWord =
  /^\s*(?:(?:name|nome|nom|nombre|naam|nazwa|firma|raison sociale|ragione sociale|raz[oó]n social|raz[aã]o social|denomina[zt]ione|denominaci[oó]n|denominação)(?: (?:ou|o|e|y|or|and|und) |\s?\/\s?)?)+\s?:\s*(?=\p{L})/iu;

/** The name alone: titles, addresses behind a separator, registration numbers and quotes cut off. */
export function cleanName(text: string): string {
  let name = text
    .normalize('NFKC')
    .replace(nameWord, '')
    .replace(/^[^\p{L}\p{N}"'(]+|[\s,;:|*=~_—–\-"']+$/gu, '');
  name =
    name.split(/\s+[-–—|·•●]\s+|\s*[|·•●]\s*|\s{3,}|,\s*(?=\d)|,\s+(?=\p{Lu}[\p{L}-]*(?:str|weg|straße)\b)/u)[0] ??
    name;
  name = name.replace(
    /\s*[([](?:\s*(?:co\.?|company|reg|gst|roc|no|id)[^)\]]*|[A-Z0-9-]*\d[A-Z0-9 -]*)[)\]]?.*$/iu,
    '',
  );
  let words = name.trim().split(/\s+/);
  while (words.length > 1 && titles.has(fold(words[words.length - 1] ?? '').replace(/[^a-z]/g, '')))
    words = words.slice(0, -1);
  while (words.length > 1 && titles.has(fold(words[0] ?? '').replace(/[^a-z]/g, ''))) words = words.slice(1);
  return words.join(' ').replace(/[\s,;:|*-]+$/u, '');
}

const mailHosts = new Set(
  'gmail,googlemail,yahoo,hotmail,outlook,live,aol,icloud,gmx,web,t-online,orange,wanadoo,free,laposte,libero,mail,proton,protonmail,msn,me,example,localhost,bigpond,btinternet,ymail,sfr,google,apple,facebook,instagram,twitter,linkedin,paypal,test'.split(
    ',',
  ),
);

const address =
  /(?:@|https?:\/\/|www\.\s?)((?:[a-z0-9-]+\.)+[a-z]{2,})|(?<![@\w.-])([a-z0-9-]+\.(?:com|de|fr|net|org|it|es|nl|pt|pl|co\.uk|com\.my|eu|at|ch|be|ie|my|sg|ca|com\.au))(?![\w.])|(?<![@\w.-])([a-z0-9-]{3,}\.[a-z]{3,})(?=\/[a-z]{3})/g;

/** The names in web and mail addresses of a text: "info@kraxi.co.uk" gives "kraxi"; mail hosts for everybody give none. */
export function domainsIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of fold(text).matchAll(address)) {
    const host = match[1] ?? match[2] ?? match[3] ?? '';
    const parts = host
      .replace(/^www\./, '')
      .split('.')
      .slice(0, -1);
    const name = parts.filter((part) => !/^(?:co|com|org|net|www|shop|store|my)$/.test(part)).pop() ?? '';
    if (name.length > 2 && !mailHosts.has(name)) found.push(name);
  }
  return found;
}

/** The mail addresses of persons in a text, as "nerea@traduce": theirs is the name that both halves speak of. */
export function mailsIn(text: string): readonly string[] {
  const found = [
    ...fold(text).matchAll(
      /(?<![\w.-])([a-z]{3,})@(?:[a-z0-9-]+\.)*?([a-z0-9-]{4,})\.[a-z]{2,}(?:\.[a-z]{2})?(?![\w-])/g,
    ),
  ];
  return found.flatMap(([, person = '', host = '']) => (mailHosts.has(host) ? [] : [`${person}@${host}`]));
}

/** How much of a name a domain holds, 0–1: "kraxi" and "Kraxi GmbH" 1. A person's mail address fits wholly or not at all. */
export function domainFits(domain: string, name: string): number {
  const [person, host] = domain.split('@');
  if (person && host) {
    const words = wordsOf(name).filter((word) => word.length > 2);
    return words.includes(person) && words.some((word) => word !== person && word.length > 3 && host.includes(word))
      ? 1
      : 0;
  }
  const bare = domain.replace(/[^a-z0-9]/g, '');
  const words = wordsOf(name);
  const joined = words.join('');
  if (bare.length >= 3 && (joined.startsWith(bare) || (bare.length > 4 && joined.includes(bare)))) return 1;
  const held = words
    .filter((word) => word.length > 2 && bare.includes(word))
    .reduce((sum, word) => sum + word.length, 0);
  const initials = words.map((word) => word[0]).join('');
  if (bare.length >= 3 && bare.length <= 5 && initials.startsWith(bare)) return 0.7;
  return held / Math.max(bare.length, 1);
}
