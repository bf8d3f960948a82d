import { namesNothing, opennessOf } from '../../../lib/compliance/policy/openness';

test.each([
  ['*', 'everything'],
  ['**', 'everything'],
  ['arn:*', 'everything'],
  ['arn:aws:*:*:*:*', 'everything'],
  ['arn:aws:s3:::*', 'service'],
  ['arn:aws:s3:::*/*', 'service'],
  ['arn:aws:sqs:us-east-1:111122223333:*', 'service'],
  ['arn:aws:iam::111122223333:role/*', 'type'],
  ['arn:aws:secretsmanager:*:*:secret:*', 'type'],
  ['arn:aws:iam::111122223333:role/app-*', 'prefix'],
  ['arn:aws:iam::111122223333:role/service/*', 'prefix'],
  ['arn:aws:s3:::records/*', 'prefix'],
  ['arn:aws:s3:::rec*', 'prefix'],
  ['arn:aws:sqs:us-east-1:111122223333:jobs-?', 'prefix'],
  ['${Bucket.Arn}/*', 'prefix'],
  ['${Bucket.Arn}', 'named'],
  ['arn:aws:iam::111122223333:role/app', 'named'],
  ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role/*', 'type'],
])('%s leaves open: %s', (pattern, name) => {
  expect(opennessOf(pattern).name).toBe(name);
  expect(namesNothing(pattern)).toBe(['everything', 'service', 'type'].includes(name));
});

test.each([
  ['arn:aws:iam::*:role/app', true, false],
  ['arn:aws:sqs:*:111122223333:jobs', false, true],
  ['arn:aws:sqs:us-*:1111*:jobs', true, true],
  ['arn:aws:sqs:us-east-1:111122223333:*', false, false],
  ['*', true, true],
])('%s leaves the account open: %p, the Region: %p', (pattern, account, region) => {
  expect(opennessOf(pattern)).toMatchObject({ account, region });
});
