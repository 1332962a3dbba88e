import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { Fault } from '../../domain/fault.ts';

/** An element: its children by local name, each a list; attributes begin with `@`. To be asked by the functions below only. */
export type Element = Readonly<Record<string, unknown>>;

/** The outermost element with the name it has without prefix, and the namespaces that are declared on it. */
export type Root = { readonly name: string; readonly namespaces: readonly string[]; readonly element: Element };

/** Characters; a real invoice with thousands of lines has 5 million. */
const longest = 20_000_000;
/** Elements within elements; invoices reach about 12. */
const deepest = 60;

/**
 * Reads XML into elements. Nothing outside the text is ever opened: a DOCTYPE, where entities would be declared, is refused after decoding.
 * Throws `Fault('invalid')` for anything that is not well-formed.
 */
export function parseXml(bytes: Uint8Array): Root {
  const xml = decode(bytes);
  if (xml.length > longest)
    throw new Fault('invalid', 'This XML is too long for an invoice. Share the invoice as PDF.');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) {
    throw new Fault(
      'invalid',
      'This XML brings definitions of its own (a DOCTYPE), which no e-invoice may. Ask the sender for a clean one, or share the PDF.',
    );
  }
  assertShallow(xml);
  const flaw = XMLValidator.validate(xml);
  if (flaw !== true) throw broken(`${flaw.err.msg} in line ${flaw.err.line}`);
  const [name, list] = Object.entries(parsed(xml)).find(([key]) => /^[A-Za-z_]/.test(key)) ?? [];
  const [element] = Array.isArray(list) ? list : [];
  if (!name || !isElement(element)) throw broken('no element');
  const namespaces = Object.entries(element).flatMap(([key, value]) =>
    key.startsWith('@') && typeof value === 'string' ? [value] : [],
  );
  return { name, namespaces, element };
}

function parsed(xml: string): Element {
  try {
    return parser.parse(xml);
  } catch (cause) {
    throw broken(String(cause));
  }
}

/** Texts stay as they are written: numbers are not touched, entities are ours to resolve. */
const parser = new XMLParser({
  removeNSPrefix: true,
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  ignoreDeclaration: true,
  ignorePiTags: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  alwaysCreateTextNode: true,
  trimValues: true,
  isArray: (_name, _path, _isLeaf, isAttribute) => !isAttribute,
});

const broken = (detail: string): Fault =>
  new Fault('invalid', 'This XML is damaged. Export the invoice again, or share its PDF.', {
    cause: new Error(detail),
  });

/** By the byte order mark, else by the zeros around an ASCII `<`, else as the declaration says: https://www.w3.org/TR/xml/#sec-guessing */
function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1] ?? 'utf-8';
  const little = (first === 0xff && second === 0xfe) || (first === 0x3c && second === 0);
  const big = (first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c);
  const encoding = little ? 'utf-16le' : big ? 'utf-16be' : first === 0xef ? 'utf-8' : declared;
  try {
    return new TextDecoder(encoding).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** The parser calls itself once a level. */
function assertShallow(xml: string): void {
  let depth = 0;
  for (const [tag, slash] of xml.matchAll(/<(\/?)[A-Za-z_][^>]*>/g)) {
    if (slash) depth -= 1;
    else if (!tag.endsWith('/>')) depth += 1;
    if (depth > deepest) throw broken(`more than ${deepest} levels`);
  }
}

const isElement = (value: unknown): value is Element => typeof value === 'object' && value !== null;

/** All elements at the end of a path of names. */
export function all(from: Element, ...path: readonly string[]): readonly Element[] {
  return path.reduce<readonly Element[]>((level, name) => level.flatMap((element) => children(element, name)), [from]);
}

function children(element: Element, name: string): readonly Element[] {
  const list = Object.hasOwn(element, name) ? element[name] : undefined;
  return Array.isArray(list) ? list.filter(isElement) : [];
}

/** The text of the first such element that has any. */
export const text = (from: Element, ...path: readonly string[]): string | null =>
  all(from, ...path)
    .map(ownText)
    .find((found) => found !== null) ?? null;

/** What stands in the element itself; `null` when that is nothing. */
export function ownText(element: Element): string | null {
  const said = element['#text'];
  return typeof said === 'string' && said.trim() !== '' ? resolve(said).replace(/\s+/g, ' ').trim() : null;
}

export function attribute(element: Element, name: string): string | null {
  const said = element[`@${name}`];
  return typeof said === 'string' && said !== '' ? resolve(said) : null;
}

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five entities that every XML has, and characters by their number. */
const resolve = (said: string): string =>
  said.replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[name.toLowerCase()] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex ? 16 : 10);
    return code > 31 && code < 0x110000 ? String.fromCodePoint(code) : ' ';
  });
