import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { keyGrantsForServices } from '../../../lib/compliance/rules/kms/key-grants-for-services';
import { keyPolicyDuties } from '../../../lib/compliance/rules/kms/key-policy-duties';
import { keyPolicyNotPublic } from '../../../lib/compliance/rules/kms/key-policy-not-public';
import { keyRetained } from '../../../lib/compliance/rules/kms/key-retained';
import { keyRotation } from '../../../lib/compliance/rules/kms/key-rotation';
import { casesOf, either, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';
import { kmsMoreCases } from './kms-more.cases';

const KEY = 'AWS::KMS::Key';
const ADMINISTRATOR = 'arn:aws:iam::111122223333:role/administrator';
const POLICY = 'Properties.KeyPolicy';

const allow = (action: Json, principal: Json, condition?: JsonObject): JsonObject => ({
  Effect: 'Allow',
  Action: action,
  Principal: principal,
  Resource: '*',
  ...(condition ? { Condition: condition } : {}),
});
const ACCOUNT = { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } };
const administrators = (): JsonObject => ({ ArnLike: { 'aws:PrincipalArn': ADMINISTRATOR } });
const denyUse = (condition: JsonObject, action: Json = 'kms:*'): JsonObject => ({
  Effect: 'Deny',
  Action: action,
  Principal: '*',
  Resource: '*',
  Condition: condition,
});
const keyWith = (...statements: readonly Json[]) => subject(KEY, { KeyPolicy: { Statement: statements } });
const retained = (properties: JsonObject, keep: Json = 'Retain', replace: Json = 'Retain') =>
  stack({ Subject: resource(KEY, properties, { DeletionPolicy: keep, UpdateReplacePolicy: replace }) });

export const kmsCases = [
  casesOf(keyRotation, {
    'rotating every year is compliant': subject(KEY, { EnableKeyRotation: true }),
    'rotating every 90 days is compliant': subject(KEY, {
      EnableKeyRotation: 'true',
      RotationPeriodInDays: '90',
    }),
    'no word of rotation is a finding': seen(subject(KEY), 'Properties.EnableKeyRotation'),
    'rotation off is a finding': seen(
      subject(KEY, { EnableKeyRotation: false }),
      'Properties.EnableKeyRotation',
    ),
    'rotating every 366 days is a finding': seen(
      subject(KEY, { EnableKeyRotation: true, RotationPeriodInDays: 366 }),
      'Properties.RotationPeriodInDays',
    ),
    'rotation in one branch only is a finding': subject(KEY, { EnableKeyRotation: either(true, false) }),
    'rotation left to a parameter is unknown': subject(KEY, { EnableKeyRotation: OPEN }),
    'a signing key is not applicable': subject(KEY, { KeySpec: 'ECC_NIST_P256' }),
    'imported key material is not applicable': subject(KEY, { Origin: 'EXTERNAL' }),
    'imported key material in one branch only is a finding': subject(KEY, {
      Origin: either('EXTERNAL', 'AWS_KMS'),
    }),
  }),
  casesOf(keyRetained, {
    'a retained key is compliant': retained({}),
    'a retained key with the longest wait is compliant': retained({ PendingWindowInDays: 30 }),
    'a key retained except on create is compliant': retained({}, 'RetainExceptOnCreate'),
    'a key that goes with its stack is a finding': seen(
      subject(KEY),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a key that goes when it is replaced is a finding': seen(
      retained({}, 'Retain', 'Delete'),
      'UpdateReplacePolicy',
    ),
    'a wait of 7 days is a finding': seen(
      retained({ PendingWindowInDays: 7 }),
      'Properties.PendingWindowInDays',
    ),
    'a wait left to a parameter is unknown': retained({ PendingWindowInDays: OPEN }),
    'a replica key that goes with its stack is a finding': subject('AWS::KMS::ReplicaKey'),
  }),
  casesOf(keyPolicyDuties, {
    'administration and use in two statements is compliant': keyWith(
      allow(['kms:PutKeyPolicy', 'kms:ScheduleKeyDeletion'], { AWS: ADMINISTRATOR }),
      allow(['kms:Decrypt', 'kms:GenerateDataKey*'], { AWS: 'arn:aws:iam::111122223333:role/user' }),
    ),
    'the account in both, kept apart by the principal’s ARN is compliant': keyWith(
      allow('kms:PutKeyPolicy', ACCOUNT, administrators()),
      allow('kms:Decrypt', ACCOUNT, { ArnNotLike: { 'aws:PrincipalArn': ADMINISTRATOR } }),
    ),
    'the account in both, administrators through services only is compliant': keyWith(
      allow('kms:PutKeyPolicy', ACCOUNT, administrators()),
      allow('kms:Decrypt', ACCOUNT, { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }),
    ),
    'the account in both, administrators denied direct use is compliant': keyWith(
      allow('kms:PutKeyPolicy', ACCOUNT, administrators()),
      allow('kms:Decrypt', ACCOUNT),
      denyUse({ ...administrators(), Null: { 'kms:ViaService': 'true' } }),
    ),
    'one role in two statements is a finding': seen(
      keyWith(
        allow('kms:PutKeyPolicy', { AWS: ADMINISTRATOR }),
        allow('kms:Decrypt', { AWS: ADMINISTRATOR }),
      ),
      `${POLICY}.Statement.1`,
    ),
    'a role that administers and its account that uses is a finding': keyWith(
      allow('kms:PutKeyPolicy', { AWS: ADMINISTRATOR }),
      allow('kms:Decrypt', { AWS: '111122223333' }),
    ),
    'the account in both, the wrong role kept apart is a finding': keyWith(
      allow('kms:PutKeyPolicy', ACCOUNT, administrators()),
      allow('kms:Decrypt', ACCOUNT, {
        ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/x' },
      }),
    ),
    'the account in both, administrators kept from encrypting only is a finding': keyWith(
      allow('kms:PutKeyPolicy', ACCOUNT, administrators()),
      allow('kms:Decrypt', ACCOUNT),
      denyUse(administrators(), 'kms:Encrypt'),
    ),
    'the account in both, administrators left to a parameter is a finding': keyWith(
      allow('kms:PutKeyPolicy', ACCOUNT, { ArnLike: { 'aws:PrincipalArn': OPEN } }),
      allow('kms:Decrypt', ACCOUNT),
    ),
    'the account in both, administrators denied in the evening is a finding': keyWith(
      allow('kms:PutKeyPolicy', ACCOUNT, administrators()),
      allow('kms:Decrypt', ACCOUNT),
      denyUse({ ...administrators(), DateGreaterThan: { 'aws:CurrentTime': '2026-01-01T18:00:00Z' } }),
    ),
    'everything for a service is compliant': keyWith(allow('kms:*', { Service: 'logs.amazonaws.com' })),
    'a Deny of everything is compliant': keyWith({ Effect: 'Deny', Action: 'kms:*', Principal: '*' }),
    'no policy is a finding': seen(subject(KEY), POLICY),
    'kms:* for the account is a finding': seen(
      keyWith(allow('kms:*', { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } })),
      `${POLICY}.Statement.0`,
    ),
    'a lone statement with both duties is a finding': subject(KEY, {
      KeyPolicy: { Statement: allow(['KMS:putkeypolicy', 'kms:decrypt'], { AWS: ADMINISTRATOR }) },
    }),
    'all but a few actions is a finding': keyWith({
      Effect: 'Allow',
      NotAction: 'kms:Encrypt',
      Principal: { AWS: ADMINISTRATOR },
    }),
    'both duties in one branch is a finding': keyWith(
      allow(either(['kms:Decrypt', 'kms:DisableKey'], 'kms:Decrypt'), { AWS: ADMINISTRATOR }),
    ),
    'a lock-out check switched off is a finding': seen(
      subject(KEY, { KeyPolicy: { Statement: [] }, BypassPolicyLockoutSafetyCheck: 'true' }),
      'Properties.BypassPolicyLockoutSafetyCheck',
    ),
    'actions left to a parameter is unknown': keyWith(allow(OPEN, { AWS: ADMINISTRATOR })),
    'a policy that is not JSON is unknown': subject(KEY, { KeyPolicy: 'kms:*' }),
  }),
  casesOf(keyPolicyNotPublic, {
    'a named principal is compliant': keyWith(allow('kms:Decrypt', { AWS: ADMINISTRATOR })),
    'everybody of one account is compliant': keyWith(
      allow('kms:Decrypt', '*', { StringEquals: { 'kms:CallerAccount': '111122223333' } }),
    ),
    'everybody of the organisation is compliant': keyWith(
      allow('kms:Decrypt', { AWS: '*' }, { StringEquals: { 'AWS:PrincipalOrgID': OPEN } }),
    ),
    'a Deny for everybody is compliant': keyWith({ Effect: 'Deny', Action: 'kms:Decrypt', Principal: '*' }),
    'everybody is a finding': seen(keyWith(allow('kms:Decrypt', '*')), `${POLICY}.Statement.0`),
    'everybody in a list is a finding': keyWith(allow('kms:Decrypt', { AWS: [ADMINISTRATOR, '*'] })),
    'the roots of all accounts is a finding': keyWith(allow('kms:Decrypt', { AWS: 'arn:aws:iam::*:root' })),
    'everybody but one is a finding': keyWith({
      Effect: 'Allow',
      Action: 'kms:Decrypt',
      NotPrincipal: { AWS: ADMINISTRATOR },
    }),
    'everybody through a service is a finding': keyWith(
      allow('kms:Decrypt', '*', { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } }),
    ),
    'everybody unless the key is missing is a finding': keyWith(
      allow('kms:Decrypt', '*', { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-1' } }),
    ),
    'everybody outside the organisation is a finding': keyWith(
      allow('kms:Decrypt', '*', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-1' } }),
    ),
    'everybody of any account is a finding': keyWith(
      allow('kms:Decrypt', '*', { StringLike: { 'aws:PrincipalAccount': '*' } }),
    ),
    'a principal left to a parameter is unknown': keyWith(allow('kms:Decrypt', { AWS: OPEN })),
    'a pattern left to a parameter is unknown': keyWith(
      allow('kms:Decrypt', '*', { ArnLike: { 'aws:PrincipalArn': OPEN } }),
    ),
  }),
  casesOf(keyGrantsForServices, {
    'no grants is compliant': keyWith(allow('kms:Decrypt', { AWS: ADMINISTRATOR })),
    'grants for AWS resources is compliant': keyWith(
      allow('kms:CreateGrant', { AWS: ADMINISTRATOR }, { Bool: { 'kms:GrantIsForAWSResource': true } }),
    ),
    'grants by a service is compliant': keyWith(allow('kms:CreateGrant', { Service: 'rds.amazonaws.com' })),
    'grants for anybody is a finding': seen(
      keyWith(allow('kms:CreateGrant', { AWS: ADMINISTRATOR })),
      `${POLICY}.Statement.0`,
    ),
    'grants within kms:C* is a finding': keyWith(allow('kms:C*', { AWS: ADMINISTRATOR })),
    'grants that are not for AWS resources is a finding': keyWith(
      allow('kms:CreateGrant', { AWS: ADMINISTRATOR }, { Bool: { 'kms:GrantIsForAWSResource': 'false' } }),
    ),
    'grants in one branch without the condition is a finding': keyWith(
      allow(
        'kms:CreateGrant',
        { AWS: ADMINISTRATOR },
        either({ Bool: { 'kms:GrantIsForAWSResource': true } }, NOTHING),
      ),
    ),
    'a condition left to a parameter is unknown': keyWith(
      allow('kms:CreateGrant', { AWS: ADMINISTRATOR }, { Bool: { 'kms:GrantIsForAWSResource': OPEN } }),
    ),
  }),
  ...kmsMoreCases,
];
