import { expect, test } from 'vitest';
import { accountCheck, accountVouchedFor } from '../../src/domain/account.ts';

const [old, other] = ['DE02120300000000202051', 'NL91ABNA0417164300'];

test.each([
  [null, [old]],
  [old, []],
])('%s beside %o says nothing', (iban, known) => {
  expect(accountCheck(iban, known)).toBeNull();
});

test('the known one passes', () => {
  expect(accountCheck(old, [other, old])).toEqual({ name: 'account', ok: true, says: 'The account …2051 is known.' });
});

test('another one fails in a sentence with the next step, and tells no more of an account than its end', () => {
  expect(accountCheck(other, [old])).toEqual({
    name: 'account',
    ok: false,
    says: 'The account is another one than on the invoices before: …4300, not …2051. Ask the vendor before paying.',
  });
  expect(accountCheck(other, [old, 'GB33BUKB20201555555555'])?.says).toContain('not …2051 or …5555.');
});

test('vouched for, the question is answered, and no other one', () => {
  const failed = { name: 'sums', ok: false, says: 'Net and tax make something else.' } as const;
  const asked = accountCheck(other, [old]);

  expect(asked && accountVouchedFor([failed, asked], other)).toEqual([
    failed,
    { name: 'account', ok: true, says: 'The account …4300 is new; somebody confirmed it.' },
  ]);
});
