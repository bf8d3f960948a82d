import { accessGrantOneWay } from '../../../lib/compliance/rules/s3/access-grant-one-way';
import { bucketNoCustomerProvidedKeys } from '../../../lib/compliance/rules/s3/bucket-no-customer-provided-keys';
import { bucketObjectLockCompliance } from '../../../lib/compliance/rules/s3/bucket-object-lock-compliance';
import { reportBucketAccount } from '../../../lib/compliance/rules/s3/report-bucket-account';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const BUCKET = 'AWS::S3::Bucket';
const BLOCKED = 'Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.BlockedEncryptionTypes';
const blocking = (types: Json) =>
  subject(BUCKET, {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [{ BlockedEncryptionTypes: { EncryptionType: types } }],
    },
  });
const ALGORITHM = 's3:x-amz-server-side-encryption-customer-algorithm';
const denying = (statement: JsonObject) =>
  subject(
    BUCKET,
    {},
    {
      Policy: resource('AWS::S3::BucketPolicy', {
        Bucket: ref('Subject'),
        PolicyDocument: {
          Statement: [
            { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: '*', ...statement },
          ],
        },
      }),
    },
  );
const granting = (permission: Json) => subject('AWS::S3::AccessGrant', { Permission: permission });
const locked = (retention: Json) =>
  subject(BUCKET, { ObjectLockConfiguration: { Rule: { DefaultRetention: retention } } });
const listed = (destination: Json, type = BUCKET) =>
  subject(type, { InventoryConfigurations: [{ Destination: destination }] });
const analysed = (destination: Json) =>
  subject(BUCKET, {
    AnalyticsConfigurations: [{ StorageClassAnalysis: { DataExport: { Destination: destination } } }],
  });

export const s3ProtectionCases = [
  casesOf(bucketNoCustomerProvidedKeys, {
    'a block on SSE-C is compliant': blocking(['SSE-C']),
    'a policy that denies SSE-C is compliant': denying({ Condition: { Null: { [ALGORITHM]: 'false' } } }),
    'nothing said is a finding': seen(subject(BUCKET), BLOCKED),
    'a block on nothing is a finding': seen(blocking(['NONE']), BLOCKED),
    'a block in one branch is a finding': blocking(either(['SSE-C'], NOTHING)),
    'a policy that denies all but SSE-C is a finding': denying({
      Condition: { Null: { [ALGORITHM]: 'true' } },
    }),
    'a policy that denies SSE-C to one principal is a finding': denying({
      Principal: { AWS: 'arn:aws:iam::111122223333:role/writer' },
      Condition: { Null: { [ALGORITHM]: 'false' } },
    }),
    'a policy that denies SSE-C under one more condition is a finding': denying({
      Condition: { Null: { [ALGORITHM]: 'false' }, Bool: { 'aws:SecureTransport': 'false' } },
    }),
    'a policy that denies SSE-C when reading is a finding': denying({
      Action: 's3:GetObject',
      Condition: { Null: { [ALGORITHM]: 'false' } },
    }),
    'a block left to a parameter is unknown': blocking([OPEN]),
  }),
  casesOf(bucketObjectLockCompliance, {
    'COMPLIANCE is compliant': locked({ Mode: 'COMPLIANCE', Years: 6 }),
    'GOVERNANCE is a finding': seen(
      locked({ Mode: 'GOVERNANCE', Years: 6 }),
      'Properties.ObjectLockConfiguration.Rule.DefaultRetention.Mode',
    ),
    'a mode left to a parameter is unknown': locked({ Mode: OPEN, Years: 6 }),
    'a bucket without a default retention is not applicable': subject(BUCKET),
  }),
  casesOf(reportBucketAccount, {
    'an inventory for an account is compliant': listed({ BucketAccountId: ref('AWS::AccountId') }),
    'an analysis for an account is compliant': analysed({ BucketAccountId: '111122223333' }),
    'an inventory for whoever has the bucket is a finding': seen(
      listed({ BucketArn: 'arn:aws:s3:::reports' }),
      'Properties.InventoryConfigurations.0.Destination.BucketAccountId',
    ),
    'an inventory of a directory bucket for whoever has the bucket is a finding': listed(
      { BucketArn: 'arn:aws:s3:::reports' },
      'AWS::S3Express::DirectoryBucket',
    ),
    'an analysis for whoever has the bucket is a finding': seen(
      analysed({ BucketArn: 'arn:aws:s3:::reports' }),
      'Properties.AnalyticsConfigurations.0.StorageClassAnalysis.DataExport.Destination.BucketAccountId',
    ),
    'a bucket without reports is not applicable': subject(BUCKET),
    'an analysis that is not exported is not applicable': subject(BUCKET, {
      AnalyticsConfigurations: [{ Id: 'all', StorageClassAnalysis: {} }],
    }),
  }),
  casesOf(accessGrantOneWay, {
    'reading is compliant': granting('READ'),
    'writing is compliant': granting('WRITE'),
    'both is a finding': seen(granting('READWRITE'), 'Properties.Permission'),
    'a permission left to a parameter is unknown': granting(OPEN),
  }),
];
