import { accessPolicyNarrow } from '../../../lib/compliance/rules/opensearchserverless/access-policy-narrow';
import { customerKey } from '../../../lib/compliance/rules/opensearchserverless/customer-key';
import { networkPrivate } from '../../../lib/compliance/rules/opensearchserverless/network-private';
import { samlSession } from '../../../lib/compliance/rules/opensearchserverless/saml-session';
import { standbyReplicas } from '../../../lib/compliance/rules/opensearchserverless/standby-replicas';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, either, NOTHING, OPEN, resource, seen, subject } from '../../support/judge-template';
import { opensearchserverlessMoreCases } from './opensearchserverless-more.cases';

const ACCESS = 'AWS::OpenSearchServerless::AccessPolicy';
const SECURITY = 'AWS::OpenSearchServerless::SecurityPolicy';
const COLLECTION = 'AWS::OpenSearchServerless::Collection';
const CONFIG = 'AWS::OpenSearchServerless::SecurityConfig';
const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

const written = (value: Json): Json => JSON.stringify(value);
const access = (change: JsonObject = {}, principals: Json = ['arn:aws:iam::111122223333:role/r']) =>
  subject(ACCESS, {
    Type: 'data',
    Policy: written([
      {
        Rules: [
          {
            ResourceType: 'index',
            Resource: ['index/notes/*'],
            Permission: ['aoss:ReadDocument'],
            ...change,
          },
        ],
        Principal: principals,
      },
    ]),
  });
const encryption = (change: JsonObject, type: Json = 'encryption') =>
  subject(SECURITY, { Type: type, Policy: written({ Rules: [], ...change }) });
const network = (open: Json, type: Json = 'network') =>
  subject(SECURITY, {
    Type: type,
    Policy: written([
      { Rules: [], AllowFromPublic: false },
      { Rules: [], AllowFromPublic: open },
    ]),
  });
const collection = (properties: JsonObject = {}) =>
  subject(COLLECTION, properties, { Key: resource('AWS::KMS::Key') });
const underPolicy = (type: Json, attributes: JsonObject = {}) =>
  subject(COLLECTION, {}, { Policy: resource(SECURITY, { Type: type, Policy: '{}' }, attributes) });
const session = (minutes: Json) => subject(CONFIG, { SamlOptions: { SessionTimeout: minutes } });

export const opensearchserverlessCases = [
  ...opensearchserverlessMoreCases,
  casesOf(accessPolicyNarrow, {
    'named principals and permissions is compliant': access(),
    'a role filled in by Sub is compliant': subject(ACCESS, {
      Type: 'data',
      Policy: {
        'Fn::Sub':
          '[{"Rules":[{"Resource":["index/notes/*"],"Permission":["aoss:ReadDocument"]}],"Principal":["${Subject.Arn}"]}]',
      },
    }),
    'every permission is a finding': seen(
      access({ Permission: ['aoss:*'] }),
      'Properties.Policy.0.Rules.0.Permission.0',
    ),
    'every collection is a finding': seen(
      access({ Resource: ['index/notes/*', 'index/*/*'] }),
      'Properties.Policy.0.Rules.0.Resource.1',
    ),
    'every role is a finding': seen(
      access({}, ['arn:aws:iam::111122223333:role/*']),
      'Properties.Policy.0.Principal.0',
    ),
    'a policy that is no JSON is unknown': subject(ACCESS, { Type: 'data', Policy: '[' }),
    'a policy left to a parameter is unknown': subject(ACCESS, { Type: 'data', Policy: OPEN }),
    'another kind of policy is not applicable': subject(ACCESS, { Type: 'other', Policy: '[]' }),
  }),
  casesOf(customerKey, {
    'a policy with a key is compliant': encryption({ AWSOwnedKey: false, KmsARN: KEY_ARN }),
    'a collection that a policy encrypts is compliant': underPolicy('encryption'),
    'a collection without a key or a policy is a finding': seen(collection(), 'Properties.EncryptionConfig'),
    'a collection beside a policy for its network is a finding': underPolicy('network'),
    'a collection beside a policy under a condition is a finding': underPolicy('encryption', {
      Condition: 'Maybe',
    }),
    'a collection with a key in one branch is a finding': collection({
      EncryptionConfig: either({ KmsKeyArn: arn('Key') }, NOTHING),
    }),
    'a collection with a key is compliant': collection({ EncryptionConfig: { KmsKeyArn: arn('Key') } }),
    'a key that AWS owns is a finding': seen(encryption({ AWSOwnedKey: true }), 'Properties.Policy'),
    'nothing said is a finding': encryption({}),
    'a key that AWS manages is a finding': seen(
      encryption({ KmsARN: 'arn:aws:kms:us-east-1:111122223333:alias/aws/aoss' }),
      'Properties.Policy.KmsARN',
    ),
    'a collection with a key that AWS owns is a finding': seen(
      collection({ EncryptionConfig: { AWSOwnedKey: true } }),
      'Properties.EncryptionConfig.KmsKeyArn',
      'Properties.EncryptionConfig.AWSOwnedKey',
    ),
    'a key beside that of AWS is a finding': seen(
      collection({ EncryptionConfig: { AWSOwnedKey: true, KmsKeyArn: arn('Key') } }),
      'Properties.EncryptionConfig.AWSOwnedKey',
    ),
    'a kind left to a parameter is unknown': subject(SECURITY, { Type: OPEN, Policy: OPEN }),
    'a policy left to a parameter is unknown': subject(SECURITY, { Type: 'encryption', Policy: OPEN }),
    'a network policy is not applicable': network(true),
  }),
  casesOf(networkPrivate, {
    'from inside is compliant': network(false),
    'from everywhere is a finding': seen(network(true), 'Properties.Policy.1.AllowFromPublic'),
    'from everywhere, as text, is a finding': network('true'),
    'a policy left to a parameter is unknown': subject(SECURITY, { Type: 'network', Policy: OPEN }),
    'an encryption policy is not applicable': encryption({ AWSOwnedKey: true }),
  }),
  casesOf(samlSession, {
    'the default is compliant': subject(CONFIG),
    'an hour is compliant': session(60),
    'a minute more is a finding': seen(session(61), 'Properties.SamlOptions.SessionTimeout'),
    'a time left to a parameter is unknown': session(OPEN),
  }),
  casesOf(standbyReplicas, {
    'the default is compliant': collection(),
    'replicas is compliant': collection({ StandbyReplicas: 'ENABLED' }),
    'no replicas is a finding': seen(
      collection({ StandbyReplicas: 'DISABLED' }),
      'Properties.StandbyReplicas',
    ),
    'replicas left to a parameter is unknown': collection({ StandbyReplicas: OPEN }),
  }),
];
