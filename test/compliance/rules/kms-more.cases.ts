import { aliasOwnName } from '../../../lib/compliance/rules/kms/alias-own-name';
import { keyAttestation } from '../../../lib/compliance/rules/kms/key-attestation';
import { keyEnabled } from '../../../lib/compliance/rules/kms/key-enabled';
import { keyManualRotation } from '../../../lib/compliance/rules/kms/key-manual-rotation';
import { keyOneRegion } from '../../../lib/compliance/rules/kms/key-one-region';
import { keyOrigin } from '../../../lib/compliance/rules/kms/key-origin';
import { keyPolicyBoundServices } from '../../../lib/compliance/rules/kms/key-policy-bound-services';
import { keyPolicyKnownAccounts } from '../../../lib/compliance/rules/kms/key-policy-known-accounts';
import { keyPolicyNoNotAction } from '../../../lib/compliance/rules/kms/key-policy-no-not-action';
import { keyPolicyNoNotPrincipal } from '../../../lib/compliance/rules/kms/key-policy-no-not-principal';
import { keyPolicyNoWildcardAction } from '../../../lib/compliance/rules/kms/key-policy-no-wildcard-action';
import { keySpec } from '../../../lib/compliance/rules/kms/key-spec';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const KEY = 'AWS::KMS::Key';
const STATEMENT = 'Properties.KeyPolicy.Statement.0';
const APP = { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/app' } };
const SERVICE = { Service: 'sns.amazonaws.com' };

const allow = (change: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Principal: APP,
  Action: 'kms:Decrypt',
  Resource: '*',
  ...change,
});
const without = (statement: JsonObject, dropped: string): JsonObject =>
  Object.fromEntries(Object.entries(statement).filter(([key]) => key !== dropped));
const TAGS = 'Properties.Tags';
const dated = (properties: JsonObject, date: Json = '2027-06-30') =>
  subject(KEY, { ...properties, Tags: [{ Key: 'hipaa-ai:rotate-by', Value: date }] });
const SIGNING = { KeySpec: 'ECC_NIST_P256', KeyUsage: 'SIGN_VERIFY' };
const keyWith = (...statements: readonly Json[]) => subject(KEY, { KeyPolicy: { Statement: statements } });
const measured = (image: Json, operator = 'StringEqualsIgnoreCase') =>
  allow({ Condition: { [operator]: { 'kms:RecipientAttestation:ImageSha384': image } } });

export const kmsMoreCases = [
  casesOf(keyManualRotation, {
    'a signing key with a date is compliant': dated(SIGNING),
    'an HMAC key with a date is compliant': dated({ KeySpec: 'HMAC_256', KeyUsage: 'GENERATE_VERIFY_MAC' }),
    'imported material with a date is compliant': dated({ Origin: 'EXTERNAL', EnableKeyRotation: false }),
    'a kind left to a parameter, with a date is compliant': dated({ KeySpec: OPEN }),
    'a signing key without a date is a finding': seen(subject(KEY, SIGNING), TAGS),
    'an HMAC key without a date is a finding': seen(subject(KEY, { KeySpec: 'HMAC_256' }), TAGS),
    'a post-quantum key without a date is a finding': seen(subject(KEY, { KeySpec: 'ML_DSA_65' }), TAGS),
    'imported material without a date is a finding': seen(subject(KEY, { Origin: 'EXTERNAL' }), TAGS),
    'a key in CloudHSM without a date is a finding': seen(subject(KEY, { Origin: 'AWS_CLOUDHSM' }), TAGS),
    'a key in a store outside of AWS without a date is a finding': seen(
      subject(KEY, { Origin: 'EXTERNAL_KEY_STORE' }),
      TAGS,
    ),
    'words in place of a date is a finding': seen(dated(SIGNING, 'next year'), TAGS),
    'a thirteenth month is a finding': seen(dated(SIGNING, '2027-13-01'), TAGS),
    'a date under another tag is a finding': seen(
      subject(KEY, { ...SIGNING, Tags: [{ Key: 'rotate-by', Value: '2027-06-30' }] }),
      TAGS,
    ),
    'rotation that KMS refuses is a finding': seen(
      dated({ ...SIGNING, EnableKeyRotation: true }),
      'Properties.EnableKeyRotation',
    ),
    'rotation of imported material, which KMS refuses is a finding': seen(
      dated({ Origin: 'EXTERNAL', EnableKeyRotation: 'true' }),
      'Properties.EnableKeyRotation',
    ),
    'a date left to a parameter is unknown': dated(SIGNING, OPEN),
    'rotation left to a parameter is unknown': dated({ ...SIGNING, EnableKeyRotation: OPEN }),
    'a kind left to a parameter, with rotation is unknown': seen(
      dated({ KeySpec: OPEN, EnableKeyRotation: true }),
      'Properties.EnableKeyRotation',
    ),
    'a kind left to a parameter, without a date is unknown': subject(KEY, { KeySpec: OPEN }),
    'imported material in one branch only is unknown': subject(KEY, {
      Origin: either('EXTERNAL', 'AWS_KMS'),
    }),
    'a key that rotates by itself is not applicable': subject(KEY, {
      KeySpec: 'SYMMETRIC_DEFAULT',
      Origin: 'AWS_KMS',
    }),
    'a key of the default kind is not applicable': subject(KEY),
  }),
  casesOf(keyPolicyNoWildcardAction, {
    'a named action is compliant': keyWith(allow()),
    'every action is a finding': seen(keyWith(allow({ Action: 'kms:*' })), STATEMENT),
    'an action left to a parameter is unknown': keyWith(allow({ Action: OPEN })),
  }),
  casesOf(keyPolicyNoNotAction, {
    'a named action is compliant': keyWith(allow()),
    'all but some is a finding': seen(
      keyWith(without(allow({ NotAction: 'kms:ScheduleKeyDeletion' }), 'Action')),
      STATEMENT,
    ),
    'a policy left to a parameter is unknown': subject(KEY, { KeyPolicy: OPEN }),
  }),
  casesOf(keyPolicyNoNotPrincipal, {
    'a named principal is compliant': keyWith(allow()),
    'all but some is a finding': seen(keyWith(without(allow({ NotPrincipal: APP }), 'Principal')), STATEMENT),
    'a policy left to a parameter is unknown': subject(KEY, { KeyPolicy: OPEN }),
  }),
  casesOf(keyPolicyKnownAccounts, {
    'a principal of the account itself is compliant': keyWith(allow()),
    'another account of the organisation is compliant': keyWith(
      allow({
        Principal: { AWS: '111122223333' },
        Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
      }),
    ),
    'another account is a finding': seen(
      keyWith(allow({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })),
      STATEMENT,
    ),
    'a principal left to a parameter is unknown': keyWith(allow({ Principal: { AWS: OPEN } })),
  }),
  casesOf(keyPolicyBoundServices, {
    'no service is compliant': keyWith(allow()),
    'a service for the account is compliant': keyWith(
      allow({
        Principal: SERVICE,
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ),
    'a service for one log group is compliant': keyWith(
      allow({
        Principal: { Service: 'logs.us-east-1.amazonaws.com' },
        Condition: {
          ArnLike: {
            'kms:EncryptionContext:aws:logs:arn': 'arn:aws:logs:us-east-1:111122223333:log-group:app',
          },
        },
      }),
    ),
    'a service for anybody is a finding': seen(keyWith(allow({ Principal: SERVICE })), STATEMENT),
    'a service for anybody in one branch is a finding': keyWith(
      allow({
        Principal: SERVICE,
        Condition: either({ StringEquals: { 'aws:SourceAccount': '111122223333' } }, NOTHING),
      }),
    ),
    'a condition left to a parameter is unknown': keyWith(allow({ Principal: SERVICE, Condition: OPEN })),
  }),
  casesOf(keyEnabled, {
    'nothing said is compliant': subject(KEY),
    'a disabled key is a finding': seen(subject(KEY, { Enabled: false }), 'Properties.Enabled'),
    'a key left to a parameter is unknown': subject(KEY, { Enabled: OPEN }),
  }),
  casesOf(keySpec, {
    'nothing said is compliant': subject(KEY),
    'a curve of NIST is compliant': subject(KEY, { KeySpec: 'ECC_NIST_P384' }),
    'a quantum-safe signature is compliant': subject(KEY, { KeySpec: 'ML_DSA_65' }),
    'a curve of others is a finding': seen(
      subject(KEY, { KeySpec: 'ECC_SECG_P256K1' }),
      'Properties.KeySpec',
    ),
    'a spec left to a parameter is unknown': subject(KEY, { KeySpec: OPEN }),
  }),
  casesOf(keyOrigin, {
    'nothing said is compliant': subject(KEY),
    'a hardware module of your own is compliant': subject(KEY, { Origin: 'AWS_CLOUDHSM' }),
    'material from elsewhere is a finding': seen(subject(KEY, { Origin: 'EXTERNAL' }), 'Properties.Origin'),
    'an origin left to a parameter is unknown': subject(KEY, { Origin: OPEN }),
  }),
  casesOf(keyOneRegion, {
    'nothing said is compliant': subject(KEY),
    'a key of several Regions is a finding': seen(
      subject(KEY, { MultiRegion: true }),
      'Properties.MultiRegion',
    ),
    'Regions left to a parameter is unknown': subject(KEY, { MultiRegion: OPEN }),
  }),
  casesOf(keyAttestation, {
    'a measured image is compliant': keyWith(measured('3d8f0a1b')),
    'administration beside it is compliant': keyWith(
      measured('3d8f0a1b'),
      allow({ Action: 'kms:PutKeyPolicy' }),
    ),
    'a way past the enclave is a finding': seen(
      keyWith(measured('3d8f0a1b'), allow()),
      'Properties.KeyPolicy.Statement.1',
    ),
    'a way past the enclave for all but some is a finding': keyWith(
      measured('3d8f0a1b'),
      without(allow({ NotPrincipal: APP }), 'Principal'),
    ),
    'debug mode is a finding': seen(keyWith(measured('0'.repeat(96))), STATEMENT),
    'a measurement that may be missing is a finding': keyWith(measured('3d8f0a1b', 'StringEqualsIfExists')),
    'an action left to a parameter is unknown': keyWith(measured('3d8f0a1b'), allow({ Action: OPEN })),
    'a key for no enclave is not applicable': keyWith(allow()),
  }),
  casesOf(aliasOwnName, {
    'a name of your own is compliant': subject('AWS::KMS::Alias', { AliasName: 'alias/records' }),
    'a name with an open place is compliant': subject('AWS::KMS::Alias', {
      AliasName: { 'Fn::Sub': 'alias/${AWS::StackName}' },
    }),
    'a name like one of AWS is a finding': seen(
      subject('AWS::KMS::Alias', { AliasName: 'alias/aws-records' }),
      'Properties.AliasName',
    ),
    'a name left to a parameter is unknown': subject('AWS::KMS::Alias', { AliasName: OPEN }),
  }),
];
