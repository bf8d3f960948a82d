import {
  accessLevel,
  actionExists,
  ACTIONS_SOURCE,
  expandActions,
  servicePrefixes,
  takesResource,
} from '../../../../lib/compliance/policy/actions/catalogue';

test.each([
  's3:GetObject',
  's3:getobject',
  'S3:PutBucketPolicy',
  'iam:PassRole',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock-agentcore:InvokeAgentRuntime',
  'kms:ReEncryptFrom',
  'dynamodb:BatchGetItem',
  'sts:AssumeRoleWithWebIdentity',
  'execute-api:Invoke',
])('AWS has %s', (action) => {
  expect(actionExists(action)).toBe(true);
});

test.each(['s3:GetObjects', 's3:', 's3:*', 'iam:PassRoles', 'bedrock:Converse', 's3:ListBuckets'])(
  'AWS does not have %s',
  (action) => {
    expect(actionExists(action)).toBe(false);
  },
);

test.each(['nosuchservice:Get', 'constructor:x', '__proto__:x', 'GetObject', ''])(
  'it does not know the service of %p',
  (action) => {
    expect(actionExists(action)).toBeUndefined();
    expect(accessLevel(action)).toBeUndefined();
    expect(expandActions(action)).toEqual([]);
  },
);

test.each([
  ['s3:ListAllMyBuckets', 'List'],
  ['s3:GetObject', 'Read'],
  ['s3:PutObject', 'Write'],
  ['s3:PutObjectTagging', 'Tagging'],
  ['s3:PutBucketPolicy', 'Permissions management'],
  ['iam:PassRole', 'Write'],
])('%s is of level %s', (action, level) => {
  expect(accessLevel(action)).toBe(level);
});

test('a pattern is expanded as AWS writes the names', () => {
  expect(expandActions('kms:reencrypt*')).toEqual(['kms:ReEncryptFrom', 'kms:ReEncryptTo']);
  expect(expandActions('s3:GetObject')).toEqual(['s3:GetObject']);
  expect(expandActions('s3:GetObjectXyz*')).toEqual([]);
  expect(expandActions('comprehend*:DetectPHI')).toEqual(['comprehendmedical:DetectPHI']);
});

test('everything is every action of every service', () => {
  const all = expandActions('*');
  expect(all.length).toBeGreaterThan(20_000);
  expect(new Set(all).size).toBe(all.length);
  for (const action of all) expect(action).toMatch(/^[a-z0-9-]+:[A-Za-z0-9_-]+$/u);
  expect(servicePrefixes().length).toBeGreaterThan(400);
  expect(ACTIONS_SOURCE).toMatch(/^@cloud-copilot\/iam-data \d/u);
});

test.each([
  ['logs:CreateLogDelivery', false],
  ['LOGS:createlogdelivery', false],
  ['organizations:CreateAccount', false],
  ['sqs:SendMessage', true],
  ['ec2:DeleteNetworkInterface', true],
  ['sqs:SendMessages', undefined],
  ['nosuchservice:Get', undefined],
])('whether %s takes a resource is known: %p', (action, takes) => {
  expect(takesResource(action)).toBe(takes);
});
