import { bucketRetained } from '../../../lib/compliance/rules/s3express/bucket-retained';
import { bucketCustomerKey } from '../../../lib/compliance/rules/s3express/bucket-customer-key';
import { bucketPolicyNotPublic } from '../../../lib/compliance/rules/s3express/bucket-policy-not-public';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const BUCKET = 'AWS::S3Express::DirectoryBucket';
const encrypted = (algorithm: Json, key: Json) =>
  subject(BUCKET, {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        { ServerSideEncryptionByDefault: { SSEAlgorithm: algorithm, KMSMasterKeyID: key } },
      ],
    },
  });
const PATH = 'Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault';
const policied = (principal: Json) =>
  subject('AWS::S3Express::BucketPolicy', {
    PolicyDocument: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 's3express:CreateSession' }],
    },
  });

export const s3expressCases = [
  casesOf(bucketCustomerKey, {
    'a key of your own is compliant': encrypted('aws:kms', 'alias/working'),
    'nothing said is a finding': seen(subject(BUCKET), `${PATH}.SSEAlgorithm`, `${PATH}.KMSMasterKeyID`),
    'a key of S3 is a finding': encrypted('AES256', NOTHING),
    'a KMS key of AWS is a finding': encrypted('aws:kms', NOTHING),
    'a key left to a parameter is unknown': encrypted('aws:kms', OPEN),
  }),
  casesOf(bucketPolicyNotPublic, {
    'a named principal is compliant': policied({ AWS: 'arn:aws:iam::111122223333:role/reader' }),
    'everybody is a finding': seen(policied('*'), 'Properties.PolicyDocument.Statement.0'),
    'a principal left to a parameter is unknown': policied({ AWS: OPEN }),
  }),
  casesOf(bucketRetained, {
    'a retained bucket is compliant': stack({
      Subject: resource(
        'AWS::S3Express::DirectoryBucket',
        {},
        { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' },
      ),
    }),
    'a bucket that goes with its stack is a finding': seen(
      subject('AWS::S3Express::DirectoryBucket'),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': stack({
      Subject: resource(
        'AWS::S3Express::DirectoryBucket',
        {},
        { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' },
      ),
    }),
  }),
];
