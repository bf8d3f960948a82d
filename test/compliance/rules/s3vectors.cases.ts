import { vectorsRetained } from '../../../lib/compliance/rules/s3vectors/vectors-retained';
import { bucketPolicyKnownAccounts } from '../../../lib/compliance/rules/s3vectors/bucket-policy-known-accounts';
import { bucketPolicyNotPublic } from '../../../lib/compliance/rules/s3vectors/bucket-policy-not-public';
import { vectorsCustomerKey } from '../../../lib/compliance/rules/s3vectors/vectors-customer-key';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const BUCKET = 'AWS::S3Vectors::VectorBucket';
const INDEX = 'AWS::S3Vectors::Index';
const encrypted = (type: string, encryption: Json) => subject(type, { EncryptionConfiguration: encryption });
const policied = (principal: Json) =>
  subject('AWS::S3Vectors::VectorBucketPolicy', {
    Policy: { Statement: [{ Effect: 'Allow', Principal: principal, Action: 's3vectors:QueryVectors' }] },
  });
const OWN_KEY = { SseType: 'aws:kms', KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/0a1b' };

export const s3vectorsCases = [
  casesOf(vectorsCustomerKey, {
    'a key of your own is compliant': encrypted(BUCKET, OWN_KEY),
    'an index under a key of your own is compliant': encrypted(INDEX, OWN_KEY),
    'nothing said is a finding': seen(
      subject(BUCKET),
      'Properties.EncryptionConfiguration.SseType',
      'Properties.EncryptionConfiguration.KmsKeyArn',
    ),
    'an index under a key of S3 is a finding': encrypted(INDEX, { SseType: 'AES256' }),
    'a key in one branch is a finding': encrypted(BUCKET, either(OWN_KEY, NOTHING)),
    'a key left to a parameter is unknown': encrypted(BUCKET, { SseType: 'aws:kms', KmsKeyArn: OPEN }),
    'an index that says nothing is not applicable': subject(INDEX),
  }),
  casesOf(bucketPolicyNotPublic, {
    'a named principal is compliant': policied({ AWS: 'arn:aws:iam::111122223333:role/reader' }),
    'everybody is a finding': seen(policied('*'), 'Properties.Policy.Statement.0'),
    'a principal left to a parameter is unknown': policied({ AWS: OPEN }),
  }),
  casesOf(bucketPolicyKnownAccounts, {
    'the own account is compliant': policied({ AWS: { Ref: 'AWS::AccountId' } }),
    'a service is compliant': policied({ Service: 'bedrock.amazonaws.com' }),
    'another account is a finding': seen(
      policied({ AWS: 'arn:aws:iam::444455556666:root' }),
      'Properties.Policy.Statement.0',
    ),
    'another account in one branch is a finding': policied({
      AWS: either({ Ref: 'AWS::AccountId' }, '444455556666'),
    }),
    'a principal left to a parameter is unknown': policied({ AWS: OPEN }),
  }),
  casesOf(vectorsRetained, {
    'a retained bucket is compliant': stack({
      Subject: resource(
        'AWS::S3Vectors::VectorBucket',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'a bucket that goes with its stack is a finding': seen(
      subject('AWS::S3Vectors::VectorBucket'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': stack({
      Subject: resource(
        'AWS::S3Vectors::VectorBucket',
        {},
        { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' },
      ),
    }),
  }),
];
