import { aws_iam as iam, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import { EnvelopeKey, type EnvelopeKeyProps } from '../../lib/encryption/envelope-key';
import { ROTATION_DAYS } from '../../lib/encryption/rotation-period';
import { at, list, onlyResource, refusal, synthesize, testApp, testStack } from '../support/synthesize';
import { ACCOUNT, ACCOUNT_ROOT, decide, DEPLOYER, texts } from './policy-evaluator';

const CUSTODIAN = `arn:aws:iam::${ACCOUNT}:role/KeyCustodian`;

function keyOf(props: EnvelopeKeyProps = {}) {
  const stack = testStack();
  new EnvelopeKey(stack, 'Envelope', props);
  return onlyResource(synthesize(stack), 'AWS::KMS::Key');
}
const refused = (props: EnvelopeKeyProps) => refusal(() => new EnvelopeKey(testStack(), 'Envelope', props));

test('the key is AES-256, of one Region, rotates every year, waits 30 days and outlives its stack', () => {
  const key = keyOf();
  expect(key).toMatchObject({
    DeletionPolicy: 'RetainExceptOnCreate',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      KeySpec: 'SYMMETRIC_DEFAULT',
      EnableKeyRotation: true,
      RotationPeriodInDays: 365,
      PendingWindowInDays: 30,
    },
  });
  for (const property of ['BypassPolicyLockoutSafetyCheck', 'MultiRegion', 'Origin'])
    expect(key.Properties).not.toHaveProperty(property);
});

test('no service is named in its policy, neither as a principal nor by kms:ViaService', () => {
  const policy = keyOf({ logicalKeyStoreName: 'invented' }).Properties['KeyPolicy'];
  expect(JSON.stringify(policy)).not.toMatch(/amazonaws\.com|ViaService|"Service"/u);
});

/** Bytes. Source: KMS developer guide, "Quotas", "Key policy document size". */
const LONGEST_POLICY = 32_768;

test('its policy stays far below what KMS takes, whatever is asked of the key', () => {
  const administrators = Array.from({ length: 20 }, (_, index) => `${CUSTODIAN}${index}`);
  const { Properties } = keyOf({
    administrators,
    logicalKeyStoreName: 'x'.repeat(255),
    multiRegion: { replicaRegions: ['us-west-2', 'eu-west-1'] },
    importedMaterial: { reason: 'invented' },
  });
  expect(Buffer.byteLength(JSON.stringify(Properties['KeyPolicy']))).toBeLessThan(LONGEST_POLICY / 1.5);
});

test('without a key store nothing of branch keys is allowed', () => {
  const allowed = (props: EnvelopeKeyProps) =>
    list(at(keyOf(props).Properties['KeyPolicy'], 'Statement'))
      .filter((statement) => at(statement, 'Effect') === 'Allow')
      .flatMap((statement) => texts(at(statement, 'Action')));
  expect(allowed({})).not.toContain('kms:GenerateDataKeyWithoutPlaintext');
  expect(allowed({})).not.toContain('kms:ReEncryptFrom');
  expect(allowed({ logicalKeyStoreName: 'invented' })).toEqual(
    expect.arrayContaining(['kms:GenerateDataKeyWithoutPlaintext', 'kms:ReEncryptFrom']),
  );
});

describe('rotation period', () => {
  test.each([ROTATION_DAYS.shortest, 91, 364, ROTATION_DAYS.longest])('%d days are accepted', (days) => {
    const { Properties } = keyOf({ rotationPeriod: Duration.days(days) });
    expect(Properties['RotationPeriodInDays']).toBe(days);
  });

  test.each([
    ['89 days', Duration.days(89)],
    ['366 days', Duration.days(366)],
    ['90.5 days', Duration.hours(90.5 * 24)],
  ])('fails for %s', (given, rotationPeriod) => {
    const error = refused({ rotationPeriod });
    expect(error.code).toBe('RotationPeriod');
    expect(error.message).toBe(`[Test/Envelope] rotationPeriod is ${given}; give 90 to 365 whole days`);
  });

  test('fails for a parameter, as nobody can check it', () => {
    const stack = testStack();
    const days = new CfnParameter(stack, 'Days', { type: 'Number' }).valueAsNumber;
    const error = refusal(() => new EnvelopeKey(stack, 'Envelope', { rotationPeriod: Duration.days(days) }));
    expect(error.message).toContain('known only at deployment');
  });
});

describe('the logical name of the key store', () => {
  test.each(['abc', 'a.b-c_D9', 'x'.repeat(255)])('may be %s', (logicalKeyStoreName) => {
    expect(JSON.stringify(keyOf({ logicalKeyStoreName }))).toContain(`"${logicalKeyStoreName}"`);
  });

  test.each(['', 'ab', 'x'.repeat(256), 'a b c', 'abc*', '${aws:username}', 'abc\n'])(
    'fails for %p',
    (logicalKeyStoreName) => {
      expect(refused({ logicalKeyStoreName }).code).toBe('LogicalKeyStoreName');
    },
  );

  test('fails for a value known only at deployment: policies compare it as text', () => {
    const stack = testStack();
    const { valueAsString } = new CfnParameter(stack, 'Name');
    expect(
      refusal(() => new EnvelopeKey(stack, 'Envelope', { logicalKeyStoreName: valueAsString })).code,
    ).toBe('LogicalKeyStoreName');
  });

  test('is needed before anybody is let at branch keys', () => {
    const stack = testStack();
    const key = new EnvelopeKey(stack, 'Envelope');
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    for (const grant of [() => key.grantBranchKeys(role), () => key.grantTenantKeyManagement(role)])
      expect(refusal(grant).code).toBe('LogicalKeyStoreName');
  });
});

describe('administrators', () => {
  const mayManage = (policy: ReturnType<typeof keyOf>, arn: string) =>
    decide(policy.Properties['KeyPolicy'], { caller: { arn }, action: 'kms:PutKeyPolicy' });

  test('are the deployment role and the root user, and those named', () => {
    const key = keyOf({ administrators: [CUSTODIAN] });
    for (const arn of [DEPLOYER, ACCOUNT_ROOT, CUSTODIAN]) expect(mayManage(key, arn)).toBe('allowed');
    expect(mayManage(keyOf(), CUSTODIAN)).toBe('denied');
  });

  test.each(['*', ACCOUNT_ROOT, 'arn:aws:iam::*:role/Admin', 'Admin', ''])(
    "fail for '%s', which names no role or user of one account",
    (administrator) => {
      expect(refused({ administrators: [administrator] }).code).toBe('Administrators');
    },
  );

  test('are joined by a role that is granted to, in the key policy and in its own', () => {
    const stack = testStack();
    const key = new EnvelopeKey(stack, 'Envelope');
    const role = iam.Role.fromRoleArn(stack, 'Role', CUSTODIAN);
    expect(key.grantAdminister(role).success).toBe(true);
    const template = synthesize(stack);
    expect(mayManage(onlyResource(template, 'AWS::KMS::Key'), CUSTODIAN)).toBe('allowed');
    const own = onlyResource(template, 'AWS::IAM::Policy').Properties['PolicyDocument'];
    const [resource = ''] = texts(at(own, 'Statement', 0, 'Resource'));
    expect(decide(own, { action: 'kms:PutKeyPolicy', resource })).toBe('allowed');
    expect(decide(own, { action: 'kms:Decrypt', resource })).toBe('not allowed');
  });

  test('of another stack must be named, or the key would hang on the stack of its user', () => {
    const app = testApp();
    const [keys, people] = ['Keys', 'People'].map((id) => new Stack(app, id)) as [Stack, Stack];
    const role = new iam.Role(people, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
    const nobody = new EnvelopeKey(keys, 'Nobody');
    const named = new EnvelopeKey(keys, 'Named', { administrators: [CUSTODIAN] });
    expect(refusal(() => nobody.grantAdminister(role)).message).toContain('People/Role is in another stack');
    named.grantAdminister(role);
    expect(keys.dependencies).toEqual([]);
    expect(app.synth().stacks).toHaveLength(2);
  });
});

describe('a multi-Region key', () => {
  const multiRegion = { replicaRegions: ['us-west-2', 'eu-west-1'] };
  const copies = (props: EnvelopeKeyProps, region: string, arn = DEPLOYER) =>
    decide(keyOf(props).Properties['KeyPolicy'], {
      caller: { arn },
      action: 'kms:ReplicateKey',
      context: { 'kms:ReplicaRegion': region },
    });

  test('is one', () => {
    expect(keyOf({ multiRegion }).Properties['MultiRegion']).toBe(true);
  });

  test('is copied by administrators, to the Regions named and no other', () => {
    expect(copies({ multiRegion }, 'us-west-2')).toBe('allowed');
    expect(copies({ multiRegion }, 'eu-west-1')).toBe('allowed');
    expect(copies({ multiRegion }, 'ap-south-1')).toBe('denied');
    expect(copies({ multiRegion }, 'us-west-2', `arn:aws:iam::${ACCOUNT}:role/Clinician`)).toBe('denied');
    expect(copies({}, 'us-west-2')).toBe('not allowed');
  });

  test.each([[[]], [['us-east-1']], [['us-west-2', 'us-east-1']]])(
    'fails for the Regions %p',
    (replicaRegions) => {
      expect(refused({ multiRegion: { replicaRegions } }).code).toBe('MultiRegion');
    },
  );
});

describe('imported key material', () => {
  const importedMaterial = { reason: 'the organization shreds by deleting the material' };

  test('makes a key without material that does not rotate by itself, and says why', () => {
    const key = keyOf({ importedMaterial });
    expect(key).toMatchObject({
      Metadata: { 'hipaa-ai:imported-key-material': importedMaterial.reason },
      Properties: { Origin: 'EXTERNAL' },
    });
    expect(key.Properties['EnableKeyRotation'] ?? false).toBe(false);
    expect(key.Properties).not.toHaveProperty('RotationPeriodInDays');
  });

  test.each(['kms:ImportKeyMaterial', 'kms:DeleteImportedKeyMaterial', 'kms:GetParametersForImport'])(
    'is the administrators’ to %s',
    (action) => {
      const policy = keyOf({ importedMaterial }).Properties['KeyPolicy'];
      expect(decide(policy, { caller: { arn: DEPLOYER }, action })).toBe('allowed');
      expect(decide(policy, { caller: { arn: CUSTODIAN }, action })).toBe('denied');
    },
  );

  test.each(['', ' \n'])('fails without a reason: %p', (reason) => {
    expect(refused({ importedMaterial: { reason } }).code).toBe('ImportedMaterial');
  });

  test('fails with a rotation period, which KMS would not keep', () => {
    const error = refused({ importedMaterial, rotationPeriod: Duration.days(90) });
    expect(error.code).toBe('RotationPeriod');
  });
});
