import { parse, View } from 'vega';
import { compile } from 'vega-lite';
import { expect, test } from 'vitest';
import { strictLog } from '../../../src/adapters/vega/strict-log.ts';

test('without complaints all is well', () => {
  const log = strictLog();
  log.info('a').debug('b').level(1);
  expect(log.level()).toBeGreaterThan(0);
  expect(() => log.check()).not.toThrow();
});

test('a warning and an error are a failure, with the error as its cause', () => {
  const log = strictLog();
  const error = new Error('no such field');
  log.error(error).warn('and a warning');
  expect(() => log.check()).toThrow('Vega complains: Error: no such field; and a warning');
  expect(() => log.check()).toThrow(expect.objectContaining({ cause: error }));
});

test('Vega tells of an amount it cannot draw, though its drawing ends well', async () => {
  const log = strictLog();
  const values = [{ h: 1n }];
  const { spec } = compile({ data: { values }, mark: 'bar', encoding: { y: { field: 'h', type: 'quantitative' } } });
  await new View(parse(spec), { renderer: 'none', logger: log }).runAsync();
  expect(() => log.check()).toThrow(/Vega complains/);
});
