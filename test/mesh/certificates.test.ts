import { aws_kms as kms, aws_iam as iam, type Stack } from 'aws-cdk-lib';
import { MeshIdentity } from '../../lib/mesh/mesh-identity';
import { MeshRevocation } from '../../lib/mesh/mesh-revocation';
import { MeshRotation } from '../../lib/mesh/mesh-rotation';
import { MeshTrustBundle } from '../../lib/mesh/mesh-trust-bundle';
import {
  PrivateCertificateAuthority,
  type PrivateCertificateAuthorityProps,
} from '../../lib/mesh/private-certificate-authority';
import { text } from '../encryption/policy-evaluator';
import { identityOfSecret } from '../../lambda/mesh/service-identity';
import { parsePins } from '../../lambda/mesh/pins';
import { hookPlace } from '../support/hook-place';
import { findingsOf } from '../support/strict-findings';
import {
  at,
  list,
  logicalIdsOf,
  onlyResource,
  refusal,
  resourcesOf,
  synthesize,
  testStack,
  type CloudTemplate,
  type Json,
} from '../support/synthesize';

jest.setTimeout(60_000);

const NAMES = { commonName: 'Mesh of an invented hospital', organization: 'Invented hospital' };
const AUTHORITY = 'AWS::ACMPCA::CertificateAuthority';

function meshOf(stack: Stack, trustDomain = 'phi.internal') {
  const { place, sourceKey } = hookPlace(stack);
  const authority = new PrivateCertificateAuthority(stack, 'Authority', NAMES);
  const trust = new MeshTrustBundle(stack, 'Trust', {
    trustDomain,
    authorities: [authority],
    encryptionKey: sourceKey,
  });
  const rotation = new MeshRotation(stack, 'Rotation', { ...place, authority, trust });
  return { place, authority, trust, rotation };
}

let template: CloudTemplate;
let stack: Stack;
beforeAll(() => {
  stack = testStack();
  const { rotation, trust, place } = meshOf(stack);
  new MeshIdentity(stack, 'Inference', { service: 'inference', rotation });
  new MeshIdentity(stack, 'Gateway', { service: 'ai-gateway', rotation });
  new MeshRevocation(stack, 'Revocation', { ...place, trust });
  template = synthesize(stack);
});

const statements = (prefix: string): readonly Json[] =>
  Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) =>
    Type === 'AWS::IAM::ManagedPolicy' && id.startsWith(prefix)
      ? list(at(Properties, 'PolicyDocument', 'Statement'))
      : [],
  );
const actionsOf = (prefix: string) => statements(prefix).flatMap((each) => list(at(each, 'Action')));

test('the CA is short-lived, of P-256, in a module of FIPS 140-2 level 3, active and kept', () => {
  const { Properties, DeletionPolicy, UpdateReplacePolicy } = onlyResource(template, AUTHORITY);
  expect(Properties).toMatchObject({
    Type: 'ROOT',
    UsageMode: 'SHORT_LIVED_CERTIFICATE',
    KeyAlgorithm: 'EC_prime256v1',
    SigningAlgorithm: 'SHA256WITHECDSA',
    KeyStorageSecurityStandard: 'FIPS_140_2_LEVEL_3_OR_HIGHER',
  });
  expect([DeletionPolicy, UpdateReplacePolicy]).toEqual(['Retain', 'Retain']);
  expect(onlyResource(template, 'AWS::ACMPCA::CertificateAuthorityActivation').Properties).toMatchObject({
    Status: 'ACTIVE',
  });
});

test('the function that rotates is alone in issuing, and may use one template', () => {
  const issuing = Object.values(template.Resources).flatMap(({ Type, Properties }) =>
    Type === 'AWS::IAM::ManagedPolicy' || Type === 'AWS::IAM::Policy'
      ? list(at(Properties, 'PolicyDocument', 'Statement')).filter((each) =>
          JSON.stringify(at(each, 'Action') ?? '').includes('acm-pca:IssueCertificate'),
        )
      : [],
  );
  expect(issuing).toHaveLength(1);
  expect(statements('Rotation')).toContainEqual(issuing[0]);
  const bound = at(issuing[0], 'Condition', 'StringEquals', 'acm-pca:TemplateArn');
  expect(JSON.stringify(bound)).toContain(':acm-pca:::template/EndEntityCertificate_APIPassthrough/V1');
  expect(at(issuing[0], 'Resource')).toEqual({ 'Fn::GetAtt': [logicalIdsOf(template, AUTHORITY)[0], 'Arn'] });
});

test('it writes the identities of its trust domain and the pins, and no other secret', () => {
  const writing = statements('Rotation').filter((each) =>
    list(at(each, 'Action')).includes('secretsmanager:PutSecretValue'),
  );
  expect(writing.map((each) => JSON.stringify(at(each, 'Resource')))).toEqual([
    expect.stringContaining(':secret:hipaa-ai-mesh/phi.internal/*'),
    expect.stringContaining('TrustPins'),
  ]);
});

test('a second function may not issue', () => {
  const { authority } = meshOf(testStack());
  const other = new iam.Role(authority, 'Other', {
    assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
  });
  expect(refusal(() => authority.grantIssue(other)).code).toBe('Issuer');
});

test('identities rotate every two days, at once the first time, and not before the CA is active', () => {
  const schedules = resourcesOf(template, 'AWS::SecretsManager::RotationSchedule');
  expect(schedules).toHaveLength(2);
  for (const { Properties, DependsOn } of schedules) {
    expect(Properties).toMatchObject({
      RotateImmediatelyOnUpdate: true,
      RotationRules: { ScheduleExpression: 'rate(2 days)' },
    });
    expect(DependsOn).toEqual(
      expect.arrayContaining([
        ...logicalIdsOf(template, 'AWS::ACMPCA::CertificateAuthorityActivation'),
        expect.stringMatching(/^RotationRotatedBySecretsManager/u),
        expect.stringMatching(/^RotationPermissions/u),
      ]),
    );
  }
});

test('the handler reads from the name of a secret whom it is for', () => {
  const names = resourcesOf(template, 'AWS::SecretsManager::Secret').flatMap(({ Properties: { Name } }) =>
    typeof Name === 'string' ? [Name] : [],
  );
  const ids = names.map(
    (name) =>
      identityOfSecret(`arn:aws:secretsmanager:us-east-1:111122223333:secret:${name}-AbCdEf`).spiffeId,
  );
  expect(ids).toEqual([
    'spiffe://phi.internal/service/inference',
    'spiffe://phi.internal/service/ai-gateway',
  ]);
});

test('the pins are born as the handler reads them', () => {
  const generated = resourcesOf(template, 'AWS::SecretsManager::Secret')
    .map(({ Properties }) => at(Properties, 'GenerateSecretString'))
    .find((each) => at(each, 'GenerateStringKey') === 'seed');
  const born: unknown = JSON.parse(text(at(generated, 'SecretStringTemplate')));
  expect(parsePins(JSON.stringify({ ...(born as object), seed: 'of chance' })).services).toEqual({});
});

test('only Secrets Manager, for this account, invokes the rotation', () => {
  const permissions = resourcesOf(template, 'AWS::Lambda::Permission').map(({ Properties }) => Properties);
  expect(permissions).toEqual([
    expect.objectContaining({
      Principal: 'secretsmanager.amazonaws.com',
      SourceAccount: { Ref: 'AWS::AccountId' },
    }),
  ]);
});

test('whoever revokes may write the pins and nothing else', () => {
  expect(
    actionsOf('Revocation').filter((action) => /^(?:secretsmanager|acm-pca|kms):/u.test(text(action))),
  ).toEqual([
    'secretsmanager:DescribeSecret',
    'secretsmanager:GetSecretValue',
    'secretsmanager:PutSecretValue',
    'secretsmanager:UpdateSecretVersionStage',
    'kms:Decrypt',
    'kms:GenerateDataKey',
  ]);
});

test('a member reads its own key, the anchors and the pins', () => {
  const own = testStack();
  const { rotation } = meshOf(own);
  const identity = new MeshIdentity(own, 'Inference', { service: 'inference', rotation });
  const role = new iam.Role(own, 'Task', { assumedBy: new iam.ServicePrincipal('ecs-tasks.amazonaws.com') });
  identity.grantRead(role);
  const policies = resourcesOf(synthesize(own), 'AWS::IAM::Policy');
  const granted = policies.flatMap(({ Properties }) => list(at(Properties, 'PolicyDocument', 'Statement')));
  expect(granted.flatMap((each) => list(at(each, 'Action')))).toEqual([
    'secretsmanager:GetSecretValue',
    'kms:Decrypt',
  ]);
  expect(list(at(granted[0], 'Resource'))).toHaveLength(3);
  expect(JSON.stringify(granted)).not.toContain('*');
  expect(Object.keys(identity.variables)).toHaveLength(3);
});

test('two CAs vouch while one takes over; three or none do not', () => {
  const own = testStack();
  const key = new kms.Key(own, 'Key');
  const authorities = ['A', 'B', 'C'].map((id) => new PrivateCertificateAuthority(own, id, NAMES));
  const bundle = (id: string, count: number) =>
    new MeshTrustBundle(own, id, {
      trustDomain: 'phi.internal',
      authorities: authorities.slice(0, count),
      encryptionKey: key,
    });
  expect(refusal(() => bundle('None', 0)).code).toBe('Authorities');
  expect(refusal(() => bundle('Three', 3)).code).toBe('Authorities');
  bundle('Two', 2);
  const anchors = resourcesOf(synthesize(own), 'AWS::SecretsManager::Secret').find(
    ({ Properties }) => Properties['SecretString'] !== undefined,
  );
  expect(JSON.stringify(anchors?.Properties['SecretString']).match(/"Certificate"/gu)).toHaveLength(2);
});

test('a CA of yours is used as it is', () => {
  const own = testStack();
  const authority = PrivateCertificateAuthority.fromArn(own, 'Yours', {
    authorityArn: 'arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/yours',
    anchor: 'a certificate',
  });
  const { place, sourceKey } = hookPlace(own);
  const trust = new MeshTrustBundle(own, 'Trust', {
    trustDomain: 'phi.internal',
    authorities: [authority],
    encryptionKey: sourceKey,
  });
  new MeshRotation(own, 'Rotation', { ...place, authority, trust, fips: true });
  const synthesized = synthesize(own);
  expect(resourcesOf(synthesized, AUTHORITY)).toEqual([]);
  expect(JSON.stringify(synthesized.Resources)).toContain('https://acm-pca-fips.');
});

test.each([
  ['0 years', { validYears: 0 }, 'ValidYears'],
  ['11 years', { validYears: 11 }, 'ValidYears'],
  ['half a year', { validYears: 0.5 }, 'ValidYears'],
  [
    'a weaker module without a reason',
    { keyStorage: { standard: 'CCPC_LEVEL_1_OR_HIGHER', reason: ' ' } },
    'Reason',
  ],
] satisfies [string, Partial<PrivateCertificateAuthorityProps>, string][])(
  'a CA with %s is refused',
  (_, props, code) => {
    expect(
      refusal(() => new PrivateCertificateAuthority(testStack(), 'A', { ...NAMES, ...props })).code,
    ).toBe(code);
  },
);

test.each([1, 10])('a CA of %d years is made', (validYears) => {
  const own = testStack();
  new PrivateCertificateAuthority(own, 'A', { ...NAMES, validYears });
  expect(onlyResource(synthesize(own), 'AWS::ACMPCA::Certificate').Properties['Validity']).toEqual({
    Type: 'YEARS',
    Value: validYears,
  });
});

test.each(['phi', 'Phi.internal', 'phi.internal/', '-phi.internal'])(
  'the trust domain %j is refused',
  (trustDomain) => {
    expect(refusal(() => meshOf(testStack(), trustDomain)).code).toBe('TrustDomain');
  },
);

test.each(['Inference', 'in/ference', '', 'a'.repeat(41), 'a-'])('the service %j is refused', (service) => {
  const own = testStack();
  const { rotation } = meshOf(own);
  expect(refusal(() => new MeshIdentity(own, 'Identity', { service, rotation })).code).toBe('Service');
});

test('what the strictest profile says of it is known', () => {
  const types = [
    AUTHORITY,
    'AWS::ACMPCA::Certificate',
    'AWS::SecretsManager::Secret',
    'AWS::SecretsManager::RotationSchedule',
    'AWS::Lambda::Permission',
  ];
  const found = types.flatMap((type) => findingsOf(template, type));
  expect([...new Set(found.map((each) => each.slice(0, each.indexOf(':'))))].sort()).toEqual([
    // Secrets Manager tells its account, and no document says that it tells the secret
    'lambda-permission-source-arn',
    // an identity lives for days, and its name is wanted again
    'secretsmanager-retained',
    // anchors and pins change with the CA and with every identity
    'secretsmanager-rotated',
  ]);
});
