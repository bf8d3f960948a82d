import { readDocument } from '../../../lib/compliance/policy/document';
import { evaluate, type Decision, type Policies } from '../../../lib/compliance/policy/evaluate';
import type { Request, RequestPrincipal } from '../../../lib/compliance/policy/request';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';

const OWN = '111122223333';
const OTHER = '444455556666';
const USER: RequestPrincipal = { kind: 'user', arn: `arn:aws:iam::${OWN}:user/team/alice` };
const ROLE = `arn:aws:iam::${OWN}:role/service/app`;
const SESSION: RequestPrincipal = { kind: 'role', arn: ROLE, session: 'one' };
const SESSION_ARN = `arn:aws:sts::${OWN}:assumed-role/app/one`;
const STRANGER: RequestPrincipal = { kind: 'role', arn: `arn:aws:iam::${OTHER}:role/app`, session: 'one' };
const ROOT: RequestPrincipal = { kind: 'root', account: OWN };
const TRAIL: RequestPrincipal = { kind: 'service', name: 'cloudtrail.amazonaws.com' };
const FEDERATED: RequestPrincipal = {
  kind: 'federated-user',
  arn: `arn:aws:sts::${OWN}:federated-user/bob`,
  user: `arn:aws:iam::${OWN}:user/team/alice`,
};
const LINKED: RequestPrincipal = {
  kind: 'role',
  arn: `arn:aws:iam::${OWN}:role/aws-service-role/ecs.amazonaws.com/AWSServiceRoleForECS`,
  session: 'ecs',
};

const OBJECT = { action: 's3:GetObject', resource: { arn: 'arn:aws:s3:::records/a', account: OWN } };
const KEY = { action: 'kms:Decrypt', resource: { arn: `arn:aws:kms:us-east-1:${OWN}:key/k` } };
const TAKE = { action: 'sts:AssumeRole', resource: { arn: `arn:aws:iam::${OWN}:role/target` } };

const document = (...statements: readonly JsonObject[]) =>
  readDocument({ Version: '2012-10-17', Statement: statements });
const allow = (action: Json = '*', change: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action: action,
  Resource: '*',
  ...change,
});
const deny = (action: Json = '*', change: JsonObject = {}): JsonObject => ({
  ...allow(action, change),
  Effect: 'Deny',
});
const to = (principal: Json, change: JsonObject = {}) =>
  document(allow('*', { Principal: principal, ...change }));
const ALL = document(allow());
const NOTHING = document(allow('ec2:RunInstances'));
const ACCOUNT = to({ AWS: OWN });

type Verdict = 'allowed' | 'explicit' | 'implicit' | 'unknown';
type Row = readonly [
  sentence: string,
  verdict: Verdict,
  principal: RequestPrincipal,
  policies: Policies,
  by?: string,
];

const said = ({ verdict, reason }: Decision) => (verdict === 'denied' ? reason : verdict);

function table(name: string, asked: Omit<Request, 'principal'>, rows: readonly Row[]): void {
  describe(name, () => {
    const cases = rows.map(([sentence, verdict, principal, policies, by]) => ({
      sentence,
      verdict,
      principal,
      policies,
      by,
    }));
    test.each(cases)('$sentence: $verdict', ({ verdict, principal, policies, by }) => {
      const decision = evaluate({ ...asked, principal }, policies);
      expect(said(decision)).toBe(verdict);
      if (by !== undefined) expect(decision.blockedBy.join(' ')).toBe(by);
    });
  });
}

// prettier-ignore
table('in one account', OBJECT, [
  ['nothing allows by itself', 'implicit', USER, {}, 'identity resource'],
  ['an identity policy is enough', 'allowed', USER, { identity: ALL }],
  ['a policy about something else is not', 'implicit', USER, { identity: NOTHING }],
  ['a resource policy that names the user is enough', 'allowed', USER, { resource: to({ AWS: USER.arn }) }],
  ['a resource policy that names the account leaves it to identity policies', 'implicit', USER, { resource: ACCOUNT }],
  ['a resource policy that names the role is enough for its sessions', 'allowed', SESSION, { resource: to({ AWS: ROLE }) }],
  ['a resource policy that names another session is not', 'implicit', SESSION, { resource: to({ AWS: `${SESSION_ARN}x` }) }],
  ['a resource policy that names everybody is enough', 'allowed', SESSION, { resource: to('*') }],
  ['everybody may be written as AWS', 'allowed', SESSION, { resource: to({ AWS: ['*'] }) }],
  ['everybody among services is nobody else', 'implicit', SESSION, { resource: to({ Service: '*' }) }],
  ['a Deny of an identity policy wins', 'explicit', USER, { identity: document(allow(), deny('s3:*')), resource: to('*') }, 'identity'],
  ['a Deny of the resource policy wins', 'explicit', USER, { identity: ALL, resource: document(deny('s3:*', { Principal: '*' })) }, 'resource'],
  ['a Deny for others does not', 'allowed', USER, { identity: ALL, resource: document(deny('*', { Principal: { AWS: ROLE } })) }],
  ['a boundary limits identity policies', 'implicit', USER, { identity: ALL, boundary: NOTHING }, 'boundary resource'],
  ['a boundary that allows grants nothing', 'implicit', USER, { identity: NOTHING, boundary: ALL }, 'identity resource'],
  ['a boundary does not limit what names the user', 'allowed', USER, { boundary: NOTHING, resource: to({ AWS: USER.arn }) }],
  ['a boundary limits what names the role', 'implicit', SESSION, { boundary: NOTHING, resource: to({ AWS: ROLE }) }],
  ['a boundary does not limit what names the session', 'allowed', SESSION, { boundary: NOTHING, resource: to({ AWS: SESSION_ARN }) }],
  ['a boundary does not limit what names everybody', 'allowed', SESSION, { boundary: NOTHING, resource: to('*') }],
  ['a Deny of the boundary wins all the same', 'explicit', USER, { boundary: document(deny()), resource: to({ AWS: USER.arn }) }, 'boundary'],
  ['a session policy limits identity policies', 'implicit', SESSION, { identity: ALL, session: NOTHING }, 'session resource'],
  ['a session policy limits what names the role', 'implicit', SESSION, { session: NOTHING, resource: to({ AWS: ROLE }) }],
  ['a session policy does not limit what names the session', 'allowed', SESSION, { session: NOTHING, resource: to({ AWS: SESSION_ARN }) }],
  ['whether a session policy limits what names everybody is open', 'unknown', SESSION, { session: NOTHING, resource: to('*') }],
  ['a federated user has what user and session policy share', 'allowed', FEDERATED, { identity: ALL, session: ALL }],
  ['a federated user without session policy has nothing', 'implicit', FEDERATED, { identity: ALL }],
  ['a federated user has what names the federated user', 'allowed', FEDERATED, { resource: to({ AWS: FEDERATED.arn }) }],
  ['a federated user has what names the user within its session policy', 'implicit', FEDERATED, { session: NOTHING, resource: to({ AWS: USER.arn }) }],
  ['the root user needs no policy', 'allowed', ROOT, {}],
  ['the root user is met by a Deny of the resource', 'explicit', ROOT, { resource: document(deny('*', { Principal: '*' })) }],
  ['every level of SCPs must allow', 'implicit', USER, { identity: ALL, scps: [ALL, NOTHING, ALL] }, 'scp'],
  ['SCPs that allow do not hinder', 'allowed', USER, { identity: ALL, scps: [ALL, document(allow('ec2:*'), allow('s3:*'))] }],
  ['SCPs grant nothing', 'implicit', USER, { scps: [ALL] }],
  ['a Deny of an SCP wins', 'explicit', ROOT, { scps: [ALL, document(allow(), deny('s3:*'))] }, 'scp'],
  ['SCPs do not reach service-linked roles', 'allowed', LINKED, { identity: ALL, scps: [document(deny())] }],
  ['RCPs deny', 'explicit', USER, { identity: ALL, rcps: [document(deny('s3:*', { Principal: '*' }))] }, 'rcp'],
  ['RCPs without a Deny do not hinder', 'allowed', USER, { identity: ALL, rcps: [document(deny('sqs:*', { Principal: '*' }))] }],
  ['RCPs do not reach service-linked roles', 'allowed', LINKED, { identity: ALL, rcps: [document(deny())] }],
  ['an endpoint policy limits', 'implicit', USER, { identity: ALL, endpoint: { type: 'Gateway', statements: document(allow('s3:PutObject', { Principal: '*' })) } }, 'endpoint'],
  ['an endpoint policy that allows grants nothing', 'implicit', USER, { endpoint: { type: 'Gateway', statements: to('*') } }],
  ['an endpoint policy for everybody lets through', 'allowed', USER, { identity: ALL, endpoint: { type: 'Gateway', statements: to('*') } }],
  ['an account in the policy of an interface is its members', 'allowed', USER, { identity: ALL, endpoint: { type: 'Interface', statements: ACCOUNT } }],
  ['an account in the policy of a gateway is its root user', 'implicit', USER, { identity: ALL, endpoint: { type: 'Gateway', statements: ACCOUNT } }],
]);

// prettier-ignore
table('across accounts', OBJECT, [
  ['an identity policy is not enough', 'implicit', STRANGER, { identity: ALL }, 'resource'],
  ['a resource policy is not enough', 'implicit', STRANGER, { resource: to({ AWS: OTHER }) }, 'identity'],
  ['both are, the resource policy naming the account', 'allowed', STRANGER, { identity: ALL, resource: to({ AWS: OTHER }) }],
  ['both are, naming the role', 'allowed', STRANGER, { identity: ALL, resource: to({ AWS: `arn:aws:iam::${OTHER}:role/app` }) }],
  ['both are, naming everybody', 'allowed', STRANGER, { identity: ALL, resource: to('*') }],
  ['the own account names nobody there', 'implicit', STRANGER, { identity: ALL, resource: ACCOUNT }],
  ['a boundary limits even what names the session', 'implicit', STRANGER, { identity: ALL, boundary: NOTHING, resource: to({ AWS: `arn:aws:sts::${OTHER}:assumed-role/app/one` }) }],
  ['a condition on the organization is met', 'implicit', STRANGER, { identity: ALL, resource: to('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }) }],
]);

// prettier-ignore
table('for keys', KEY, [
  ['an identity policy is not enough without the key policy', 'implicit', SESSION, { identity: ALL, resource: to({ AWS: `arn:aws:iam::${OWN}:role/other` }) }],
  ['an identity policy is where the key policy names the account', 'allowed', SESSION, { identity: ALL, resource: to({ AWS: `arn:aws:iam::${OWN}:root` }) }],
  ['a key policy that names the account is not enough', 'implicit', SESSION, { resource: ACCOUNT }],
  ['a key policy that names the role is enough', 'allowed', SESSION, { resource: to({ AWS: ROLE }) }],
  ['a boundary limits what the account gives', 'implicit', SESSION, { identity: ALL, boundary: NOTHING, resource: ACCOUNT }],
  ['another account needs both', 'implicit', STRANGER, { resource: to({ AWS: OTHER }) }],
  ['another account with both has it', 'allowed', STRANGER, { identity: ALL, resource: to({ AWS: OTHER }) }],
  ['the root user needs the key policy', 'implicit', ROOT, { resource: to({ AWS: ROLE }) }],
  ['the root user is the account', 'allowed', ROOT, { resource: ACCOUNT }],
  ['without the key policy nothing is known', 'unknown', SESSION, { identity: ALL }],
  ['a key of the encryption context that is not there is missed', 'implicit', SESSION, { resource: to({ AWS: ROLE }, { Condition: { StringEquals: { 'kms:EncryptionContext:tenant': 'blue' } } }) }],
]);

// prettier-ignore
table('for taking a role', TAKE, [
  ['an identity policy is not enough', 'implicit', SESSION, { identity: ALL, resource: to({ AWS: `arn:aws:iam::${OWN}:role/other` }) }],
  ['a trust policy that names the role is enough', 'allowed', SESSION, { resource: to({ AWS: ROLE }) }],
  ['a trust policy that names the account is not', 'implicit', SESSION, { resource: ACCOUNT }],
  ['both are, the trust policy naming the account', 'allowed', SESSION, { identity: ALL, resource: ACCOUNT }],
  ['another account needs both', 'implicit', STRANGER, { resource: to({ AWS: `arn:aws:iam::${OTHER}:role/app` }) }],
  ['a trust policy needs no Resource', 'allowed', SESSION, { resource: document({ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sts:AssumeRole' }) }],
  ['the root user takes no role', 'implicit', ROOT, { identity: ALL, resource: ACCOUNT }],
  ['a service takes the role that names it', 'allowed', TRAIL, { resource: to({ Service: 'cloudtrail.amazonaws.com' }) }],
  ['a service takes no role that names another', 'implicit', TRAIL, { resource: to({ Service: 'ec2.amazonaws.com' }) }],
  ['a service is no account', 'implicit', TRAIL, { resource: to({ AWS: OWN }) }],
  ['without the trust policy nothing is known', 'unknown', SESSION, { identity: ALL }],
]);

// prettier-ignore
table('for a web identity', { ...TAKE, action: 'sts:AssumeRoleWithWebIdentity', context: { 'oidc.test:sub': ['repo:a/b'] } }, [
  ['the provider in the trust policy is enough', 'allowed', { kind: 'federated', provider: 'arn:aws:iam::1:oidc-provider/oidc.test' }, { resource: to({ Federated: 'arn:aws:iam::1:oidc-provider/oidc.test' }) }],
  ['another subject is not', 'implicit', { kind: 'federated', provider: 'p' }, { resource: to({ Federated: 'p' }, { Condition: { StringEquals: { 'oidc.test:sub': 'repo:a/c' } } }) }],
  ['everybody takes it in', 'allowed', { kind: 'federated', provider: 'p' }, { resource: to('*') }],
]);

// prettier-ignore
table('for services and nobody', OBJECT, [
  ['a service needs the resource policy', 'implicit', TRAIL, { identity: ALL }],
  ['a service has what names it', 'allowed', TRAIL, { resource: to({ Service: 'cloudtrail.amazonaws.com' }) }],
  ['a Deny for everybody meets services', 'explicit', TRAIL, { resource: document(allow('*', { Principal: '*' }), deny('*', { Principal: '*' })) }],
  ['a Deny for all but services does not', 'allowed', TRAIL, { resource: document(allow('*', { Principal: '*' }), deny('*', { Principal: '*', Condition: { Bool: { 'aws:PrincipalIsAWSService': 'false' } } })) }],
  ['a source not of the own account is kept out', 'implicit', TRAIL, { resource: to({ Service: 'cloudtrail.amazonaws.com' }, { Condition: { StringEquals: { 'aws:SourceAccount': OWN } } }) }],
  ['SCPs do not reach services', 'allowed', TRAIL, { resource: to('*'), scps: [NOTHING] }],
  ['RCPs do', 'explicit', TRAIL, { resource: to('*'), rcps: [document(deny())] }],
  ['nobody has what everybody has', 'allowed', { kind: 'anonymous' }, { resource: to('*') }],
  ['nobody is no account', 'implicit', { kind: 'anonymous' }, { resource: ACCOUNT, identity: ALL }],
]);

// prettier-ignore
table('with NotPrincipal, NotAction and NotResource', OBJECT, [
  ['a Deny spares who is named in every way', 'allowed', SESSION, { identity: ALL, resource: document({ Effect: 'Deny', NotPrincipal: { AWS: [ROLE, SESSION_ARN, OWN] }, Action: '*', Resource: '*' }) }],
  ['a Deny may meet who is named by the role only', 'unknown', SESSION, { identity: ALL, resource: document({ Effect: 'Deny', NotPrincipal: { AWS: ROLE }, Action: '*', Resource: '*' }) }],
  ['a Deny meets who is not named', 'explicit', USER, { identity: ALL, resource: document({ Effect: 'Deny', NotPrincipal: { AWS: [`${ROLE}x`] }, Action: '*', Resource: '*' }) }],
  ['NotAction allows what is not listed', 'allowed', USER, { identity: document({ Effect: 'Allow', NotAction: ['iam:*', 's3:Put*'], Resource: '*' }) }],
  ['NotAction leaves out what is listed', 'implicit', USER, { identity: document({ Effect: 'Allow', NotAction: ['iam:*', 'S3:get*'], Resource: '*' }) }],
  ['NotResource allows what is not listed', 'allowed', USER, { identity: document({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::other/*' }) }],
  ['NotResource leaves out what is listed', 'implicit', USER, { identity: document({ Effect: 'Allow', Action: '*', NotResource: 'arn:aws:s3:::records/*' }) }],
  ['a Deny by NotResource meets the rest', 'explicit', USER, { identity: document(allow(), { Effect: 'Deny', Action: 's3:*', NotResource: 'arn:aws:s3:::other/*' }) }],
]);

// prettier-ignore
table('with resources', OBJECT, [
  ['a pattern reaches within a part', 'allowed', USER, { identity: document(allow('s3:Get*', { Resource: 'arn:aws:s3:::rec*/?' })) }],
  ['a pattern that ends early does not reach', 'implicit', USER, { identity: document(allow('*', { Resource: 'arn:aws:s3:::records' })) }],
  ['a star may be all of it', 'allowed', USER, { identity: document(allow('*', { Resource: 'arn:aws:s3:::*' })) }],
  ['whether a star reaches over a colon is open', 'unknown', USER, { identity: document(allow('*', { Resource: 'arn:*:records/a' })) }],
  ['an ARN that breaks off is open', 'unknown', USER, { identity: document(allow('*', { Resource: 'arn:aws:s3' })) }],
  ['a resource has case', 'implicit', USER, { identity: document(allow('*', { Resource: 'arn:aws:s3:::Records/*' })) }],
  ['a variable without value reaches nothing', 'implicit', SESSION, { identity: document(allow('*', { Resource: 'arn:aws:s3:::records/${aws:username}' })) }],
  ['an action has no case', 'allowed', USER, { identity: document(allow('S3:GETOBJECT')) }],
]);

// prettier-ignore
table('what cannot be read', { ...OBJECT, undecided: ['aws:SourceIp'] }, [
  ['leaves an Allow open', 'unknown', USER, { identity: readDocument('no JSON') }, 'identity'],
  ['leaves a Deny open beside an Allow', 'unknown', USER, { identity: document(allow()), boundary: document(allow(), { Effect: 'Deny', Action: '*', Resource: '${Open}' }) }, 'boundary'],
  ['changes nothing where a Deny is sure', 'explicit', USER, { identity: readDocument('no JSON'), resource: document(deny('*', { Principal: '*' })) }],
  ['changes nothing where nothing can allow', 'implicit', USER, { identity: document(allow('ec2:*', { Resource: '${Open}' })) }],
  ['leaves an undecided key open', 'unknown', USER, { identity: document(allow('*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })) }, 'identity'],
  ['changes nothing beside another Allow', 'allowed', USER, { identity: document(allow('*', { Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } }), allow('s3:*')) }],
  ['leaves RCPs of other services open', 'allowed', USER, { identity: ALL, rcps: [document(deny('ec2:*'))] }],
]);

test('an RCP for a service that may have joined leaves it open', () => {
  const request = {
    principal: USER,
    action: 'ssm:GetParameter',
    resource: { arn: `arn:aws:ssm:us-east-1:${OWN}:parameter/p` },
  };
  expect(said(evaluate(request, { identity: ALL, rcps: [document(deny('ssm:*'))] }))).toBe('unknown');
  expect(said(evaluate(request, { identity: ALL, rcps: [document(deny('s3:*'))] }))).toBe('allowed');
});

test('a resource of an account not known is decided where both cases agree', () => {
  const request = { principal: USER, action: 's3:GetObject', resource: { arn: 'arn:aws:s3:::records/a' } };
  expect(said(evaluate(request, { identity: ALL }))).toBe('unknown');
  expect(said(evaluate(request, { identity: ALL, resource: to({ AWS: USER.arn }) }))).toBe('allowed');
  expect(said(evaluate(request, {}))).toBe('implicit');
});

test('a decision names the statements that made it', () => {
  const identity = readDocument(
    { Version: '2012-10-17', Statement: [allow('ec2:*'), allow('s3:*')] },
    'Role',
  );
  const request = { principal: USER, ...OBJECT };
  expect(evaluate(request, { identity }).statements).toEqual([
    { policy: 'identity', path: 'Role.Statement.1' },
  ]);
  const boundary = readDocument({ Statement: [allow(), deny('s3:*')] }, 'Boundary');
  expect(evaluate(request, { identity, boundary })).toMatchObject({
    verdict: 'denied',
    blockedBy: ['boundary'],
    statements: [{ policy: 'boundary', path: 'Boundary.Statement.1' }],
  });
});
