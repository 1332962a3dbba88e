import { open } from 'node:fs/promises';
import { fileTypeFromBuffer } from 'file-type';
import { Fault } from '../../domain/fault.ts';
import { type FileType, fileTypes, largestFile, largestTable } from '../../domain/file.ts';
import { isTable } from './is-table.ts';
import { impure, macros, refusalOf, refusalOfContainer, refusalOfText } from './refusals.ts';

/** The first and the last bytes of a file, and its size. Both ends are the whole when it is small. */
export type Ends = { readonly size: number; readonly head: Uint8Array; readonly tail: Uint8Array };

/** Bytes looked at from either end. */
const reach = { head: 65_536, tail: 65_536 };

/**
 * Tells what kind of file this is by its content; its name counts for nothing. Opens no parser, and reads no more than both ends.
 * Throws `Fault('invalid')` for whatever Penny does not read, by its name where that is known.
 */
export async function sniffFile(path: string): Promise<FileType> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const part = async (length: number, position: number) =>
      (await file.read(Buffer.alloc(length), 0, length, position)).buffer.subarray(0, length);
    const [head, tail] = [Math.min(size, reach.head), Math.min(size, reach.tail)];
    return await sniff({ size, head: await part(head, 0), tail: await part(tail, size - tail) });
  } finally {
    await file.close();
  }
}

/** The same for bytes at hand. */
export const sniffBytes = (bytes: Uint8Array): Promise<FileType> =>
  sniff({ size: bytes.length, head: bytes.subarray(0, reach.head), tail: bytes.subarray(-reach.tail) });

async function sniff(ends: Ends): Promise<FileType> {
  assertSize(ends.size, largestTable);
  const type = await typeOf(ends);
  if (type !== 'text/csv') assertSize(ends.size);
  return type;
}

async function typeOf({ size, head, tail }: Ends): Promise<FileType> {
  const text = asText(head);
  if (text !== undefined && isXml(text)) return 'application/xml';
  if (isTiff(head)) return 'image/tiff';
  const found = await fileTypeFromBuffer(head);
  const type = found?.mime.replace(/^image\/hei[cf](-sequence)?$/, 'image/heic') ?? '';
  if (type === 'application/pdf') assertPure(tail);
  if (found?.ext === 'xlsx' && [head, tail].some((end) => Buffer.from(end).includes('vbaProject.bin')))
    throw new Fault('invalid', macros);
  if (isRead(type) && type !== 'application/xml') return type;
  if (Buffer.from(head).subarray(0, 1024).includes('%PDF-')) throw new Fault('invalid', impure);
  if (text === undefined)
    throw new Fault(
      'invalid',
      (isContainer(head) ? refusalOfContainer(joined(head, tail)) : undefined) ?? refusalOf(found),
    );
  const whole = size > head.length ? text.slice(0, text.search(/[^\r\n]*$/)) : text;
  if (found === undefined && isTable(whole)) return 'text/csv';
  throw new Fault('invalid', refusalOfText(text));
}

/** How old office files begin, and new ones that a password locks. */
const isContainer = (head: Uint8Array): boolean => Buffer.from(head).toString('hex', 0, 8) === 'd0cf11e0a1b11ae1';

const joined = (head: Uint8Array, tail: Uint8Array): Uint8Array => Buffer.concat([head, tail]);

/** The library wants the directory of a TIFF, which may lie at the end of the file. */
const isTiff = (head: Uint8Array): boolean => ['II*\0', 'MM\0*'].includes(Buffer.from(head).toString('latin1', 0, 4));

const isRead = (mime: string): mime is FileType => mime in fileTypes;

/** Throws when there is nothing, or too much. Said before a download where the sender tells the size. */
export function assertSize(size: number, most = largestFile): void {
  if (size === 0) throw new Fault('invalid', 'This file is empty. Export or scan it again and share the new one.');
  if (size <= most) return;
  const [megabytes, limit] = [size, most].map((bytes) => Math.ceil(bytes / 1_048_576));
  throw new Fault(
    'invalid',
    `This file has ${megabytes} MB; ${limit} MB are the most that Penny takes. Save it smaller, or share only the pages with the invoice.`,
  );
}

/** A PDF that ends as something else (at its first byte the library has looked) is two files in one, and each program that opens it sees another: nobody knows which is the invoice. */
function assertPure(tail: Uint8Array): void {
  const end = Buffer.from(tail).toString('latin1');
  const rest = end.includes('%%EOF') ? end.slice(end.lastIndexOf('%%EOF') + 5) : '';
  if (!/^[\s\0]*$/.test(rest)) throw new Fault('invalid', impure);
}

/** The beginning as text, or nothing when it holds bytes that no text has. */
function asText(head: Uint8Array): string | undefined {
  const text = new TextDecoder(encodingOf(head)).decode(head);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells bytes from text
  return /[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(text) ? undefined : text;
}

/** By the byte order mark, or else by where the zero of a first ASCII letter stands: https://www.w3.org/TR/xml/#sec-guessing */
function encodingOf([first = 0, second = 0]: Uint8Array): string {
  const isLetter = (byte: number) => byte > 0x1f && byte < 0x7f;
  if ((first === 0xff && second === 0xfe) || (isLetter(first) && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && isLetter(second))) return 'utf-16be';
  return 'utf-8';
}

/** XML whose first element is neither a drawing nor a web page. One with a DOCTYPE passes here and is refused where it is parsed. */
function isXml(text: string): boolean {
  const root = /^\s*(?:<\?[^>]*>\s*|<!--[\s\S]*?-->\s*)*<(?:!DOCTYPE\s+)?(?:[\w.-]+:)?([\w.-]+)/i.exec(text)?.[1];
  return root !== undefined && !/^(svg|html|head|body|script|div|p)$/i.test(root);
}
