import { Readable } from 'node:stream';
import { createDeflate } from 'node:zlib';
import { rawPdf } from './bills/raw-pdf.ts';

const page = (contents: string) => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${contents} >>`;
const catalog = '<< /Type /Catalog /Pages 2 0 R >>';

/** A PDF whose page unpacks to this many megabytes of nothing. */
export async function flateBomb(megabytes: number): Promise<Buffer> {
  const spaces = Array<Buffer>(megabytes).fill(Buffer.alloc(1_048_576, ' '));
  const packed = Buffer.concat(
    await Readable.from(spaces)
      .pipe(createDeflate({ level: 1 }))
      .toArray(),
  );
  const stream = Buffer.concat([
    Buffer.from(`<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ]);
  return rawPdf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', page('4 0 R'), stream]);
}

/** A PDF that says it has this many pages, all the same one. */
export const manyPages = (count: number): Buffer =>
  rawPdf([
    catalog,
    `<< /Type /Pages /Kids [${'3 0 R '.repeat(count)}] /Count ${count} >>`,
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>',
  ]);

/** A PDF whose pages are their own children. */
export const pageLoop = (): Buffer => rawPdf([catalog, '<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>']);

/** Forms that draw forms that draw forms: ten to the power of `depth` in all. */
export function drawingLaughs(depth: number): Buffer {
  const forms = Array.from({ length: depth }, (_, level) => {
    const inner = level === depth - 1 ? '0 0 1 1 re f' : '/X Do '.repeat(10);
    const resources = level === depth - 1 ? '' : `/Resources << /XObject << /X ${level + 6} 0 R >> >>`;
    return `<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources} /Length ${inner.length} >>\nstream\n${inner}\nendstream`;
  });
  const first = '<< /Length 5 >>\nstream\n/X Do\nendstream';
  const drawn =
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>';
  return rawPdf([catalog, '<< /Type /Pages /Kids [3 0 R] /Count 1 >>', drawn, first, ...forms]);
}

/** The beginning of a PNG that claims this size, and nothing after it. */
export function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(33);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(head);
  head.writeUInt32BE(width, 16);
  head.writeUInt32BE(height, 20);
  Buffer.from('08020000', 'hex').copy(head, 24);
  return Buffer.concat([head, Buffer.from('0000000049444154', 'hex')]);
}

const invoice = (inner: string) => `<Invoice><ID>${inner}</ID></Invoice>`;

/** XML that would open a file, ask a server, or grow without bound, in several disguises. */
export const hostileXml: Readonly<Record<string, string | Buffer>> = {
  'reads a file': `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${invoice('&x;')}`,
  'asks a server': `<?xml version="1.0"?><!DOCTYPE r SYSTEM "http://127.0.0.1:9/x.dtd">${invoice('1')}`,
  laughs: `<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "${'&a;'.repeat(10)}"><!ENTITY c "${'&b;'.repeat(10)}">]>${invoice('&c;')}`,
  'is UTF-16': Buffer.from(
    `\ufeff<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE r [<!ENTITY a "x">]>${invoice('&a;')}`,
    'utf16le',
  ),
  'nests deep': '<a>'.repeat(200_000) + '</a>'.repeat(200_000),
};
