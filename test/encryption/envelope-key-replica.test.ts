import { aws_iam as iam, CfnParameter } from 'aws-cdk-lib';
import { EnvelopeKey } from '../../lib/encryption/envelope-key';
import { EnvelopeKeyReplica } from '../../lib/encryption/envelope-key-replica';
import { at, list, onlyResource, refusal, synthesize, testStack, type Json } from '../support/synthesize';
import { ACCOUNT, decide, text, texts } from './policy-evaluator';

const PRIMARY = `arn:aws:kms:us-west-2:${ACCOUNT}:key/mrk-00000000000040008000000000000000`;
const NAMES = { logicalKeyStoreName: 'invented', administrators: [`arn:aws:iam::${ACCOUNT}:role/Custodian`] };

function replica() {
  const stack = testStack();
  new EnvelopeKeyReplica(stack, 'Copy', { primaryKeyArn: PRIMARY, ...NAMES });
  return onlyResource(synthesize(stack), 'AWS::KMS::ReplicaKey');
}

test('the copy is of the primary key, waits 30 days and outlives its stack', () => {
  expect(replica()).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: { PrimaryKeyArn: PRIMARY, PendingWindowInDays: 30 },
  });
});

test('the copy has the policy of the primary key, as KMS copies none, but is not copied itself', () => {
  const stack = testStack();
  new EnvelopeKey(stack, 'Key', { ...NAMES, multiRegion: { replicaRegions: ['us-west-2'] } });
  const primary = onlyResource(synthesize(stack), 'AWS::KMS::Key').Properties['KeyPolicy'];
  const copy = replica().Properties['KeyPolicy'];
  const bySid = (policy: Json | undefined) =>
    new Map(list(at(policy, 'Statement')).map((statement) => [text(at(statement, 'Sid')), statement]));
  const [ours, theirs] = [bySid(copy), bySid(primary)];
  expect([...theirs.keys()].filter((sid) => !ours.has(sid))).toEqual(['NoCopiesInOtherRegions']);
  for (const [sid, statement] of ours) {
    if (sid === 'AdministratorsManageTheKey') continue;
    expect([sid, statement]).toEqual([sid, theirs.get(sid)]);
  }
  const caller = { arn: NAMES.administrators[0] ?? '' };
  expect(decide(copy, { caller, action: 'kms:UpdatePrimaryRegion' })).toBe('allowed');
  expect(decide(copy, { caller, action: 'kms:ReplicateKey' })).toBe('not allowed');
});

test('grants name the copy, not the primary key', () => {
  const stack = testStack();
  const copy = new EnvelopeKeyReplica(stack, 'Copy', { primaryKeyArn: PRIMARY, ...NAMES });
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
  for (const grant of [
    copy.grantSeal(role),
    copy.grantOpen(role),
    copy.grantBranchKeys(role),
    copy.grantTenantKeyManagement(role),
    copy.grantAdminister(role),
  ])
    expect(grant.success).toBe(true);
  const document = onlyResource(synthesize(stack), 'AWS::IAM::Policy').Properties['PolicyDocument'];
  const statements = list(at(document, 'Statement'));
  expect(statements.length).toBeGreaterThan(4);
  for (const statement of statements)
    expect(texts(at(statement, 'Resource'))).toEqual([expect.stringMatching(/^<Copy.*\.Arn>$/u)]);
});

describe('the primary key', () => {
  const make = (primaryKeyArn: string) => () =>
    new EnvelopeKeyReplica(testStack(), 'Copy', { primaryKeyArn });

  test.each([
    ['of this Region', PRIMARY.replace('us-west-2', 'us-east-1')],
    ['of one Region', PRIMARY.replace('mrk-', '')],
    ['by alias', `arn:aws:kms:us-west-2:${ACCOUNT}:alias/invented`],
    ['that is none', ''],
  ])('fails for one %s', (_, arn) => {
    expect(refusal(make(arn)).code).toBe('PrimaryKeyArn');
  });

  test('may be known only at deployment', () => {
    const stack = testStack();
    const { valueAsString } = new CfnParameter(stack, 'Primary');
    new EnvelopeKeyReplica(stack, 'Copy', { primaryKeyArn: valueAsString });
    const { Properties } = onlyResource(synthesize(stack), 'AWS::KMS::ReplicaKey');
    expect(text(Properties['PrimaryKeyArn'])).toBe('<Primary>');
  });
});

test('administrators and the name of the key store are checked as on the primary key', () => {
  const make = (props: object) => () =>
    new EnvelopeKeyReplica(testStack(), 'Copy', { primaryKeyArn: PRIMARY, ...props });
  expect(refusal(make({ administrators: ['*'] })).code).toBe('Administrators');
  expect(refusal(make({ logicalKeyStoreName: 'a' })).code).toBe('LogicalKeyStoreName');
});
