import { expect, test } from 'vitest';
import { fileName } from '../../../src/adapters/sniff/file-name.ts';

test.each([
  ['invoice.pdf', 'invoice.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['..\\..\\x.pdf', 'x.pdf'],
  ['C:\\bills\\x.pdf', 'x.pdf'],
  ['\u2215etc\u2215passwd.pdf', 'passwd.pdf'],
  ['a\u0000b.pdf', 'ab.pdf'],
  ['invoice\u202efdp.exe', 'invoicefdp.exe'],
  ['x\r\nSet-Cookie: a=b.pdf', 'xSet-Cookie: a=b.pdf'],
  ['e\u0301.pdf', '\u00e9.pdf'],
  ['..', 'unnamed'],
  ['', 'unnamed'],
  ['bills/', 'unnamed'],
])('%j is shown as %j', (said, shown) => {
  expect(fileName(said)).toBe(shown);
});

test('no name is longer than file systems allow', () => {
  expect([...fileName(`${'é'.repeat(400)}.pdf`)]).toHaveLength(255);
});
