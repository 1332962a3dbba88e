import { isUtf8 as isValidUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { StringDecoder } from 'node:string_decoder';

/** Encodings of tables, as `TextDecoder` names them. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Bytes read at once. */
const piece = 131_072;

/** By the byte order mark, else by where the zeros of UTF-16 stand, else UTF-8 where all of the file is that, else what Windows writes. */
export async function encodingOf(path: string): Promise<Encoding> {
  const file = await open(path);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0).finally(() => file.close());
  const head = buffer.subarray(0, bytesRead);
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return byZeros(head) ?? ((await isUtf8(path)) ? 'utf-8' : 'windows-1252');
}

function byZeros(head: Buffer): Encoding | null {
  let [even, odd] = [0, 0];
  for (const [at, byte] of head.entries()) {
    if (byte !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = head.length / 5;
  if (odd > many && even < odd / 10) return 'utf-16le';
  return even > many && odd < even / 10 ? 'utf-16be' : null;
}

/** A letter cut off at the end of the file is no proof against it. */
async function isUtf8(path: string): Promise<boolean> {
  let held = Buffer.alloc(0);
  for await (const chunk of createReadStream(path, { highWaterMark: piece })) {
    const bytes = held.length === 0 ? chunk : Buffer.concat([held, chunk]);
    const end = bytes.length - unfinished(bytes);
    if (!isValidUtf8(bytes.subarray(0, end))) return false;
    held = bytes.subarray(end);
  }
  return true;
}

/** How many bytes at the end begin a letter of which the rest is to come. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** The file's text piece by piece; every line ends with `\n`, whatever it ended with. A byte order mark is left out. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decode = decoderOf(encoding);
  let held = '';
  let isFirst = true;
  for await (const chunk of createReadStream(path, { highWaterMark: piece })) {
    const decoded = decode(chunk);
    const text = held + (isFirst ? decoded.replace(/^\ufeff/, '') : decoded);
    isFirst = false;
    held = text.endsWith('\r') ? '\r' : ''; // its line feed may be in the next piece
    yield withLineFeeds(held === '' ? text : text.slice(0, -1));
  }
  yield withLineFeeds(held + decode(null));
}

/** Node's own decoder is several times as fast; it knows two of the encodings. `null` asks for what was held back. */
function decoderOf(encoding: Encoding): (chunk: Buffer | null) => string {
  if (encoding === 'utf-8' || encoding === 'utf-16le') {
    const fast = new StringDecoder(encoding === 'utf-8' ? 'utf8' : 'utf16le');
    return (chunk) => (chunk ? fast.write(chunk) : fast.end());
  }
  const decoder = new TextDecoder(encoding, { ignoreBOM: true });
  return (chunk) => (chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode());
}

const withLineFeeds = (text: string): string => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);
