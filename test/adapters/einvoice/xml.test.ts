import { expect, test } from 'vitest';
import { all, attribute, parseXml, text } from '../../../src/adapters/einvoice/xml.ts';
import { hostileXml } from '../../support/hostile.ts';

const parse = (xml: string | Uint8Array) => parseXml(typeof xml === 'string' ? Buffer.from(xml) : xml);

test('elements, attributes and texts are found by their local names', () => {
  const { name, element } = parse(
    '<a:Bill xmlns:a="urn:x"><a:No> 7 </a:No><Sum cur="EUR">1.50</Sum><Sum>2</Sum></a:Bill>',
  );
  expect(name).toBe('Bill');
  expect(text(element, 'No')).toBe('7');
  expect(all(element, 'Sum')).toHaveLength(2);
  expect(all(element, 'Sum').map((sum) => attribute(sum, 'cur'))).toEqual(['EUR', null]);
  expect(text(element, 'Nothing', 'Here')).toBeNull();
});

test('numbers keep every digit, entities and CDATA become text', () => {
  const { element } = parse('<r><n>007.10</n><t>Tom &amp; Jerry &#233; &#x20AC;</t><c><![CDATA[<b> & co]]></c></r>');
  expect([text(element, 'n'), text(element, 't'), text(element, 'c')]).toEqual([
    '007.10',
    'Tom & Jerry é €',
    '<b> & co',
  ]);
});

test.each([
  ['UTF-8 with its mark', Buffer.from('\ufeff<r><t>é</t></r>')],
  ['UTF-16, little end first', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><r><t>é</t></r>', 'utf16le')],
  ['UTF-16 without its mark', Buffer.from('<?xml version="1.0"?><r><t>é</t></r>', 'utf16le')],
  ['ISO-8859-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><r><t>é</t></r>', 'latin1')],
  ['an encoding nobody has', Buffer.from('<?xml version="1.0" encoding="X-OURS"?><r><t>é</t></r>')],
])('%s is decoded', (_name, bytes) => {
  expect(text(parse(bytes).element, 't')).toBe('é');
});

test.each(Object.entries(hostileXml))('XML that %s is refused, quickly', (_name, xml) => {
  const started = performance.now();
  expect(() => parse(xml)).toThrow(expect.objectContaining({ name: 'Fault', code: 'invalid' }));
  expect(performance.now() - started).toBeLessThan(1000);
});

test.each(['', 'Hello', '<a><b></a>', '<a>', '<?xml version="1.0"?>'])('%j is damaged XML', (xml) => {
  expect(() => parse(xml)).toThrow('This XML is damaged');
});

test.each(['__proto__', 'constructor', 'prototype'])(
  'an element named %s is refused, and no object is touched',
  (name) => {
    expect(() => parse(`<r><${name}><admin>yes</admin></${name}></r>`)).toThrow('damaged');
    expect(({} as Record<string, unknown>).admin).toBeUndefined();
  },
);
