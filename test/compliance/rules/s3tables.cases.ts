import { bucketCustomerKey } from '../../../lib/compliance/rules/s3tables/bucket-customer-key';
import { bucketFilesKept } from '../../../lib/compliance/rules/s3tables/bucket-files-kept';
import { bucketReplicated } from '../../../lib/compliance/rules/s3tables/bucket-replicated';
import { policyNotPublic } from '../../../lib/compliance/rules/s3tables/policy-not-public';
import { tableSnapshotsKept } from '../../../lib/compliance/rules/s3tables/table-snapshots-kept';
import { tablesRetained } from '../../../lib/compliance/rules/s3tables/tables-retained';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const BUCKET = 'AWS::S3Tables::TableBucket';
const TABLE = 'AWS::S3Tables::Table';
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b';
const encrypted = (encryption: Json) => subject(BUCKET, { EncryptionConfiguration: encryption });
const removing = (removal: Json) => subject(BUCKET, { UnreferencedFileRemoval: removal });
const keeping = (management: Json) => subject(TABLE, { SnapshotManagement: management });
const COPY = {
  Destinations: [{ DestinationTableBucketARN: 'arn:aws:s3tables:us-west-2:111122223333:bucket/b' }],
};
const policied = (type: string, principal: Json) =>
  subject(type, {
    ResourcePolicy: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 's3tables:GetTableData' }],
    },
  });
const retained = (type: string, policy: Json) =>
  stack({ Subject: resource(type, {}, { DeletionPolicy: policy, UpdateReplacePolicy: 'Retain' }) });

export const s3tablesCases = [
  casesOf(bucketCustomerKey, {
    'a key of your own is compliant': encrypted({ SSEAlgorithm: 'aws:kms', KMSKeyArn: KEY }),
    'nothing said is a finding': seen(
      subject(BUCKET),
      'Properties.EncryptionConfiguration.SSEAlgorithm',
      'Properties.EncryptionConfiguration.KMSKeyArn',
    ),
    'a key of S3 is a finding': seen(
      encrypted({ SSEAlgorithm: 'AES256', KMSKeyArn: KEY }),
      'Properties.EncryptionConfiguration.SSEAlgorithm',
    ),
    'a key in one branch is a finding': encrypted(
      either({ SSEAlgorithm: 'aws:kms', KMSKeyArn: KEY }, NOTHING),
    ),
    'a key left to a parameter is unknown': encrypted({ SSEAlgorithm: 'aws:kms', KMSKeyArn: OPEN }),
  }),
  casesOf(bucketFilesKept, {
    'nothing said is compliant': subject(BUCKET),
    'ten days is compliant': removing({ NoncurrentDays: 10 }),
    'nine days is a finding': seen(
      removing({ NoncurrentDays: 9 }),
      'Properties.UnreferencedFileRemoval.NoncurrentDays',
    ),
    'a time left to a parameter is unknown': removing({ NoncurrentDays: OPEN }),
  }),
  casesOf(bucketReplicated, {
    'a rule is compliant': subject(BUCKET, { ReplicationConfiguration: { Rules: [COPY] } }),
    'no replication is a finding': seen(subject(BUCKET), 'Properties.ReplicationConfiguration.Rules'),
    'no rule is a finding': subject(BUCKET, { ReplicationConfiguration: { Rules: [] } }),
    'replication in one branch is a finding': subject(BUCKET, {
      ReplicationConfiguration: either({ Rules: [COPY] }, NOTHING),
    }),
    'replication left to a parameter is unknown': subject(BUCKET, { ReplicationConfiguration: OPEN }),
  }),
  casesOf(policyNotPublic, {
    'a named principal is compliant': policied('AWS::S3Tables::TablePolicy', {
      AWS: 'arn:aws:iam::111122223333:role/reader',
    }),
    'a table for everybody is a finding': seen(
      policied('AWS::S3Tables::TablePolicy', '*'),
      'Properties.ResourcePolicy.Statement.0',
    ),
    'a bucket for everybody is a finding': policied('AWS::S3Tables::TableBucketPolicy', '*'),
    'a principal left to a parameter is unknown': policied('AWS::S3Tables::TablePolicy', { AWS: OPEN }),
  }),
  casesOf(tableSnapshotsKept, {
    'seven snapshots is compliant': keeping({ MinSnapshotsToKeep: 7 }),
    'thirty days is compliant': keeping({ MaxSnapshotAgeHours: 720 }),
    'no end for snapshots is compliant': keeping({ Status: 'disabled' }),
    'nothing said is a finding': seen(subject(TABLE), 'Properties.SnapshotManagement.MinSnapshotsToKeep'),
    'six snapshots for 29 days is a finding': keeping({ MinSnapshotsToKeep: 6, MaxSnapshotAgeHours: 696 }),
    'a number left to a parameter is unknown': keeping({ MinSnapshotsToKeep: OPEN }),
  }),
  casesOf(tablesRetained, {
    'a retained table is compliant': retained(TABLE, 'Retain'),
    'a table that goes with its stack is a finding': seen(
      subject(TABLE),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a bucket that goes with its stack is a finding': seen(retained(BUCKET, 'Delete'), 'DeletionPolicy'),
    'a policy left to a parameter is unknown': retained(BUCKET, OPEN),
  }),
];
