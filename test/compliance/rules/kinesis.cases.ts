import { streamRetained } from '../../../lib/compliance/rules/kinesis/stream-retained';
import { resourcePolicyNotPublic } from '../../../lib/compliance/rules/kinesis/resource-policy-not-public';
import { streamCustomerKey } from '../../../lib/compliance/rules/kinesis/stream-customer-key';
import { streamEncrypted } from '../../../lib/compliance/rules/kinesis/stream-encrypted';
import { streamRetention } from '../../../lib/compliance/rules/kinesis/stream-retention';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const STREAM = 'AWS::Kinesis::Stream';
const encrypted = (type: Json, key: Json) =>
  subject(STREAM, { StreamEncryption: { EncryptionType: type, KeyId: key } });
const policied = (principal: Json) =>
  subject('AWS::Kinesis::ResourcePolicy', {
    ResourcePolicy: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'kinesis:GetRecords', Resource: '*' }],
    },
  });

export const kinesisCases = [
  casesOf(streamEncrypted, {
    'a key of AWS is compliant': encrypted('KMS', 'alias/aws/kinesis'),
    'a key left to a parameter, which cannot be empty, is compliant': encrypted('KMS', OPEN),
    'no encryption is a finding': seen(
      subject(STREAM),
      'Properties.StreamEncryption.EncryptionType',
      'Properties.StreamEncryption.KeyId',
    ),
    'encryption of none is a finding': encrypted('NONE', 'alias/aws/kinesis'),
    'no key is a finding': seen(encrypted('KMS', NOTHING), 'Properties.StreamEncryption.KeyId'),
    'encryption in one branch is a finding': subject(STREAM, {
      StreamEncryption: either({ EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' }, NOTHING),
    }),
    'encryption left to a parameter is unknown': subject(STREAM, { StreamEncryption: OPEN }),
  }),
  casesOf(streamCustomerKey, {
    'a key of your own is compliant': encrypted('KMS', 'alias/vitals'),
    'a key of AWS is a finding': seen(
      encrypted('KMS', 'alias/aws/kinesis'),
      'Properties.StreamEncryption.KeyId',
    ),
    'a key left to a parameter is unknown': encrypted('KMS', OPEN),
  }),
  casesOf(streamRetention, {
    'a week is compliant': subject(STREAM, { RetentionPeriodHours: 168 }),
    'an hour less than a week is a finding': seen(
      subject(STREAM, { RetentionPeriodHours: 167 }),
      'Properties.RetentionPeriodHours',
    ),
    'nothing said is a finding': subject(STREAM),
    'a period left to a parameter is unknown': subject(STREAM, { RetentionPeriodHours: OPEN }),
  }),
  casesOf(resourcePolicyNotPublic, {
    'a named principal is compliant': policied({ AWS: 'arn:aws:iam::111122223333:role/reader' }),
    'everybody is a finding': seen(policied('*'), 'Properties.ResourcePolicy.Statement.0'),
    'a principal left to a parameter is unknown': policied({ AWS: OPEN }),
  }),
  casesOf(streamRetained, {
    'a retained stream is compliant': stack({
      Subject: resource(
        'AWS::Kinesis::Stream',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'a stream that goes with its stack is a finding': seen(
      subject('AWS::Kinesis::Stream'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': stack({
      Subject: resource('AWS::Kinesis::Stream', {}, { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' }),
    }),
  }),
];
