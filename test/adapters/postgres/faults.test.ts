import { expect, test } from 'vitest';
import { translate } from '../../../src/adapters/postgres/faults.ts';
import { Fault } from '../../../src/domain/fault.ts';

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);

test.each([
  [error('connect', { code: 'ECONNREFUSED' }), 'unavailable', 'is away'],
  [error('read', { code: 'ECONNRESET' }), 'unavailable', 'is away'],
  [error('Connection terminated unexpectedly'), 'unavailable', 'is away'],
  [error('Connection terminated due to connection timeout'), 'unavailable', 'is away'],
  [error('timeout exceeded when trying to connect'), 'unavailable', 'is away'],
  [error('Query read timeout'), 'unavailable', 'is away'],
  [error('terminating connection due to administrator command', { code: '57P01' }), 'unavailable', 'is away'],
  [error('the database system is starting up', { code: '57P03' }), 'unavailable', 'is away'],
  [error('sorry, too many clients already', { code: '53300' }), 'unavailable', 'is away'],
  [error('cannot execute INSERT in a read-only transaction', { code: '25006' }), 'unavailable', 'is away'],
  [error('canceling statement due to statement timeout', { code: '57014' }), 'unavailable', 'is busy'],
  [error('deadlock detected', { code: '40P01' }), 'unavailable', 'is busy'],
  [error('duplicate key', { code: '23505', constraint: 'invoice_document_once' }), 'conflict', 'booked already'],
  [error('out of range', { code: '22003' }), 'invalid', 'too large'],
  [error('out of range', { code: '22008' }), 'invalid', 'the year'],
])('%s', (given, code, words) => {
  const fault = translate(given);

  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({ code, message: expect.stringContaining(words), cause: given });
});

test.each([
  error('no such column', { code: '42703' }),
  error('duplicate', { code: '23505', constraint: 'else' }),
  new Fault('missing', 'x'),
  'text',
  null,
])('%s stays what it is', (given) => expect(translate(given)).toBe(given));
