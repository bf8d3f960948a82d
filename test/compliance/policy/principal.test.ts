import { isOfOtherAccount } from '../../../lib/compliance/policy/principal';

test.each<readonly [string, string | undefined, boolean | undefined]>([
  ['arn:aws:iam::444455556666:root', '111122223333', true],
  ['444455556666', '111122223333', true],
  ['arn:aws:iam::111122223333:role/app', '111122223333', false],
  ['arn:aws:iam::444455556666:role/app', undefined, undefined],
  ['arn:aws:iam::${AWS::AccountId}:role/app', '111122223333', false],
  ['arn:aws:iam::${AWS::AccountId}:role/app', undefined, false],
  ['arn:aws:iam::${Partner}:role/app', '111122223333', undefined],
  ['arn:aws:iam::*:role/app', '111122223333', undefined],
  ['lambda.amazonaws.com', '111122223333', false],
  ['${Role.Arn}', '111122223333', false],
])('%s seen from account %p is of another: %p', (principal, own, answer) => {
  expect(isOfOtherAccount(principal, own)).toBe(answer);
});
