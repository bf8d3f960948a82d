import { evaluate, type Policies } from '../../lib/compliance/policy/evaluate';
import type { RequestPrincipal } from '../../lib/compliance/policy/request';
import { resourceControlStatements } from '../../lib/governance/resource-control';
import { accountStatements, allowedRegionsOnly } from '../../lib/governance/service-control';
import { statementsIn } from '../support/plain-document';
import type { Json } from '../support/synthesize';

const OWN = '111122223333';
const STRANGER = '444455556666';
const PARTNER = '555566667777';
const ORGANIZATION = 'o-invented123';
const ADMINISTRATOR = `arn:aws:iam::${OWN}:role/OrganizationSecurity`;

const document = (statements: readonly unknown[]) =>
  statementsIn({ Version: '2012-10-17', Statement: statements as readonly Json[] });
const EVERYTHING = document([{ Effect: 'Allow', Action: '*', Resource: '*' }]);
const roleOf = (account: string, name = 'Developer'): RequestPrincipal => ({
  kind: 'role',
  arn: `arn:aws:iam::${account}:role/${name}`,
  session: 'one',
});

type Context = Readonly<Record<string, string>>;
const listed = (context: Context) =>
  Object.fromEntries(Object.entries(context).map(([key, value]) => [key, [value]]));

describe('Regions', () => {
  const scps = [[...EVERYTHING, ...document([allowedRegionsOnly(['us-east-1', 'us-west-2'])])]];
  const ask = (action: string, region: string) =>
    evaluate(
      {
        principal: roleOf(OWN),
        action,
        resource: { arn: '*', account: OWN },
        context: listed({ 'aws:RequestedRegion': region }),
      },
      { identity: EVERYTHING, scps },
    ).verdict;

  test.each([
    's3:PutObject',
    'kms:Decrypt',
    'bedrock:InvokeModel',
    'dynamodb:PutItem',
    'lambda:CreateFunction',
  ])('%s is left alone in an allowed Region and denied in any other', (action) => {
    expect(ask(action, 'us-east-1')).toBe('allowed');
    expect(ask(action, 'us-west-2')).toBe('allowed');
    expect(ask(action, 'eu-west-1')).toBe('denied');
    expect(ask(action, 'us-east-2')).toBe('denied');
  });

  test('an invocation that may answer anywhere is denied', () => {
    expect(ask('bedrock:InvokeModel', 'unspecified')).toBe('denied');
  });

  test.each([
    'iam:CreateRole',
    'organizations:ListAccounts',
    'cloudfront:GetDistribution',
    'sts:GetCallerIdentity',
    'artifact:GetReport',
  ])('%s, which answers for the whole world, is left alone', (action) => {
    expect(ask(action, 'us-east-2')).toBe('allowed');
  });
});

describe('what watches an account', () => {
  const policies = (administrators: readonly string[]): Policies => ({
    identity: EVERYTHING,
    scps: [[...EVERYTHING, ...document(accountStatements(administrators))]],
  });
  const ask = (action: string, name: string, administrators = [ADMINISTRATOR], arn = '*') =>
    evaluate(
      { principal: roleOf(OWN, name), action, resource: { arn, account: OWN } },
      policies(administrators),
    ).verdict;

  test('nobody leaves the organization', () => {
    expect(ask('organizations:LeaveOrganization', 'Developer')).toBe('denied');
    expect(ask('organizations:LeaveOrganization', 'OrganizationSecurity')).toBe('denied');
    expect(ask('organizations:DescribeOrganization', 'Developer')).toBe('allowed');
  });

  test.each([
    'account:EnableRegion',
    'cloudtrail:StopLogging',
    'cloudtrail:DeleteTrail',
    'cloudtrail:UpdateTrail',
    'cloudtrail:PutEventSelectors',
    'guardduty:DeleteDetector',
    'guardduty:DisassociateFromAdministratorAccount',
    'guardduty:UpdateDetector',
    'config:StopConfigurationRecorder',
    'config:DeleteConfigurationRecorder',
    's3:PutAccountPublicAccessBlock',
    'iam:DeleteRolePermissionsBoundary',
    'iam:DeleteUserPermissionsBoundary',
    'iam:PutRolePermissionsBoundary',
    'iam:PutUserPermissionsBoundary',
  ])('%s is for administrators alone', (action) => {
    expect(ask(action, 'Developer')).toBe('denied');
    expect(ask(action, 'OrganizationSecurity')).toBe('allowed');
    expect(ask(action, 'OrganizationSecurity', [])).toBe('denied');
  });

  test.each([
    'cloudtrail:LookupEvents',
    'guardduty:ListFindings',
    'config:PutConfigRule',
    's3:PutBucketPublicAccessBlock',
  ])('%s is left alone', (action) => {
    expect(ask(action, 'Developer')).toBe('allowed');
  });

  test.each([
    'iam:CreateRole',
    'iam:UpdateAssumeRolePolicy',
    'iam:AttachRolePolicy',
    'iam:PutRolePolicy',
    'iam:DeleteRole',
  ])('%s on an administrator’s role is for administrators alone, on others for whoever may', (action) => {
    expect(ask(action, 'Developer', [ADMINISTRATOR], ADMINISTRATOR)).toBe('denied');
    expect(ask(action, 'OrganizationSecurity', [ADMINISTRATOR], ADMINISTRATOR)).toBe('allowed');
    expect(ask(action, 'Developer', [ADMINISTRATOR], `arn:aws:iam::${OWN}:role/Developer`)).toBe('allowed');
  });
});

describe('resources of the organization', () => {
  const rcps = (trusted: readonly string[] = []) => [
    document(
      resourceControlStatements(
        ORGANIZATION,
        trusted.map((account) => ({ account, reason: 'laboratory' })),
      ),
    ),
  ];
  const OBJECT = { arn: 'arn:aws:s3:::notes/a', account: OWN };
  const OURS = { 'aws:PrincipalOrgID': ORGANIZATION, 'aws:SecureTransport': 'true' };
  const OPEN = document([{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }]);

  /** Of a resource whose own policy is open to the world. */
  const ask = (
    principal: RequestPrincipal,
    context: Context,
    action = 's3:GetObject',
    resource: { readonly arn: string; readonly account: string } = OBJECT,
    trusted: readonly string[] = [],
  ) =>
    evaluate(
      { principal, action, resource, context: listed(context) },
      { identity: EVERYTHING, resource: OPEN, rcps: rcps(trusted) },
    ).verdict;

  test.each([
    ['s3:GetObject', 'arn:aws:s3:::notes/a'],
    ['kms:Decrypt', `arn:aws:kms:us-east-1:${OWN}:key/k`],
    ['sqs:ReceiveMessage', `arn:aws:sqs:us-east-1:${OWN}:q`],
    ['secretsmanager:GetSecretValue', `arn:aws:secretsmanager:us-east-1:${OWN}:secret:s`],
    ['dynamodb:GetItem', `arn:aws:dynamodb:us-east-1:${OWN}:table/t`],
    ['logs:GetLogEvents', `arn:aws:logs:us-east-1:${OWN}:log-group:g`],
    ['ecr:BatchGetImage', `arn:aws:ecr:us-east-1:${OWN}:repository/r`],
    ['aoss:APIAccessAll', `arn:aws:aoss:us-east-1:${OWN}:collection/c`],
    ['sts:AssumeRole', `arn:aws:iam::${OWN}:role/target`],
  ])('%s is for principals of the organization', (action, arn) => {
    const resource = { arn, account: OWN };
    expect(ask(roleOf(OWN), OURS, action, resource)).toBe('allowed');
    const strange = { ...OURS, 'aws:PrincipalOrgID': 'o-another4567' };
    expect(ask(roleOf(STRANGER), strange, action, resource)).toBe('denied');
    // an account in no organization has no such key
    expect(ask(roleOf(STRANGER), { 'aws:SecureTransport': 'true' }, action, resource)).toBe('denied');
  });

  test('nobody without a name reaches them', () => {
    const context = { 'aws:SecureTransport': 'true', 'aws:PrincipalIsAWSService': 'false' };
    expect(ask({ kind: 'anonymous' }, context)).toBe('denied');
  });

  test('a trusted account reaches them, and no other does for it', () => {
    const context = { 'aws:PrincipalOrgID': 'o-another4567', 'aws:SecureTransport': 'true' };
    expect(ask(roleOf(PARTNER), context, 's3:GetObject', OBJECT, [PARTNER])).toBe('allowed');
    expect(ask(roleOf(STRANGER), context, 's3:GetObject', OBJECT, [PARTNER])).toBe('denied');
    expect(ask(roleOf(OWN), OURS, 's3:GetObject', OBJECT, [PARTNER])).toBe('allowed');
  });

  describe('a service', () => {
    const LOGS: RequestPrincipal = { kind: 'service', name: 'logging.s3.amazonaws.com' };
    const put = (context: Context, trusted: readonly string[] = []) =>
      ask(LOGS, { 'aws:SecureTransport': 'true', ...context }, 's3:PutObject', OBJECT, trusted);

    test('that acts for an account of ours, or for itself, reaches them', () => {
      expect(put({ 'aws:SourceAccount': OWN, 'aws:SourceOrgID': ORGANIZATION })).toBe('allowed');
      expect(put({})).toBe('allowed');
    });

    test('that acts for a stranger does not, unless the stranger is trusted', () => {
      expect(put({ 'aws:SourceAccount': STRANGER, 'aws:SourceOrgID': 'o-another4567' })).toBe('denied');
      expect(put({ 'aws:SourceAccount': STRANGER })).toBe('denied');
      expect(put({ 'aws:SourceAccount': PARTNER }, [PARTNER])).toBe('allowed');
    });
  });

  test('are reached over TLS only', () => {
    expect(ask(roleOf(OWN), { ...OURS, 'aws:SecureTransport': 'false' })).toBe('denied');
    expect(ask(roleOf(OWN), OURS)).toBe('allowed');
  });

  test('keep taking roles with a web identity, which has no organization, as their trust policy says', () => {
    const role = { arn: `arn:aws:iam::${OWN}:role/target`, account: OWN };
    const subject: RequestPrincipal = { kind: 'federated', provider: 'token.actions.githubusercontent.com' };
    expect(ask(subject, {}, 'sts:AssumeRoleWithWebIdentity', role)).not.toBe('denied');
  });

  test('of Bedrock are not claimed', () => {
    const written = JSON.stringify(resourceControlStatements(ORGANIZATION, []));
    expect(written).not.toContain('bedrock');
  });

  test('are written as resource control policies must be: for everybody, by service, and only to deny', () => {
    for (const statement of resourceControlStatements(ORGANIZATION, [])) {
      expect(statement).toMatchObject({ Effect: 'Deny', Principal: '*' });
      expect(statement).not.toHaveProperty('NotAction');
      expect(statement.Action).not.toContain('*');
    }
  });
});
