import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { bucketAccessLogged } from '../../../lib/compliance/rules/s3/bucket-access-logged';
import { bucketEncryption } from '../../../lib/compliance/rules/s3/bucket-encryption';
import { bucketPolicyNotPublic } from '../../../lib/compliance/rules/s3/bucket-policy-not-public';
import { bucketPublicAccessBlocked } from '../../../lib/compliance/rules/s3/bucket-public-access-blocked';
import { bucketRetained } from '../../../lib/compliance/rules/s3/bucket-retained';
import { bucketTlsOnly } from '../../../lib/compliance/rules/s3/bucket-tls-only';
import { bucketVersioned } from '../../../lib/compliance/rules/s3/bucket-versioned';
import {
  arn,
  beside,
  body,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';
import { s3AccessCases } from './s3-access.cases';
import { s3ProtectionCases } from './s3-protection.cases';
import { s3StorageCases } from './s3-storage.cases';

const BUCKET = 'AWS::S3::Bucket';
const DEFAULT =
  'Properties.BucketEncryption.ServerSideEncryptionConfiguration.0.ServerSideEncryptionByDefault';

const encrypted = (byDefault: Json): JsonObject => ({
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: byDefault }],
  },
});
const withKey = (key: Json) => encrypted({ SSEAlgorithm: 'aws:kms', KMSMasterKeyID: key });
const KEY = { Key: resource('AWS::KMS::Key') };
const AES = encrypted({ SSEAlgorithm: 'AES256' });
const logsInto = (bucket: Json) => ({
  Logged: resource(BUCKET, { LoggingConfiguration: { DestinationBucketName: bucket } }),
});
const BALANCER = {
  Balancer: resource('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    LoadBalancerAttributes: [
      { Key: 'deletion_protection.enabled', Value: 'true' },
      { Key: 'access_logs.s3.bucket', Value: ref('Subject') },
    ],
  }),
};

const BLOCKED = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};
const blocking = (change: JsonObject) =>
  subject(BUCKET, { PublicAccessBlockConfiguration: { ...BLOCKED, ...change } });

const BOTH: Json = [arn('Subject'), { 'Fn::Join': ['', [arn('Subject'), '/*']] }];
const WITHOUT_TLS = { Bool: { 'aws:SecureTransport': 'false' } };
const denial = (change: JsonObject = {}): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: BOTH,
  Condition: WITHOUT_TLS,
  ...change,
});
const policy = (statement: Json, bucket: Json = ref('Subject')) =>
  resource('AWS::S3::BucketPolicy', { Bucket: bucket, PolicyDocument: { Statement: statement } });
const bucketWith = (...policies: readonly JsonObject[]) =>
  subject(BUCKET, {}, Object.fromEntries(policies.map((each, index) => [`Policy${index}`, each])));
const lone = (statement: Json, bucket: Json = 'elsewhere') => stack({ Subject: policy(statement, bucket) });

const kept = (others: JsonObject = {}, attributes: JsonObject = {}) =>
  stack({
    Subject: resource(BUCKET, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain', ...attributes }),
    ...others,
  });

const recording = (selectors: JsonObject, change: JsonObject = {}) => ({
  Trail: resource('AWS::CloudTrail::Trail', { IsLogging: true, ...selectors, ...change }),
});
const objects = (...fields: readonly JsonObject[]): JsonObject => ({
  AdvancedEventSelectors: [
    {
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::S3::Object'] },
        ...fields,
      ],
    },
  ],
});
const classic = (value: Json, readWrite: Json = 'All'): JsonObject => ({
  EventSelectors: [
    { ReadWriteType: readWrite, DataResources: [{ Type: 'AWS::S3::Object', Values: [value] }] },
  ],
});
const FOLDER: Json = { 'Fn::Join': ['', [arn('Subject'), '/']] };

const policied = (statement: JsonObject) =>
  stack({
    Subject: policy([{ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...statement }], 'any'),
  });

export const s3Cases = [
  casesOf(bucketEncryption, {
    'a key of the same stack is compliant': subject(BUCKET, withKey(arn('Key')), KEY),
    'a key of another stack is compliant': beside(subject(BUCKET, withKey(FAR_KEY)), FAR_STACK),
    'an alias of your own is compliant': subject(BUCKET, withKey('alias/phi')),
    'double encryption is compliant': subject(
      BUCKET,
      encrypted({ SSEAlgorithm: 'aws:kms:dsse', KMSMasterKeyID: ref('Key') }),
      KEY,
    ),
    'AES256 for server access logs is compliant': subject(BUCKET, AES, logsInto(ref('Subject'))),
    'AES256 for access logs named in text is compliant': subject(
      BUCKET,
      { ...AES, BucketName: 'logs' },
      logsInto('logs'),
    ),
    'AES256 for logs of a load balancer is compliant': subject(BUCKET, AES, BALANCER),
    'no encryption is a finding': seen(
      subject(BUCKET),
      'Properties.BucketEncryption.ServerSideEncryptionConfiguration',
    ),
    'AES256 is a finding': seen(subject(BUCKET, AES), `${DEFAULT}.SSEAlgorithm`, `${DEFAULT}.KMSMasterKeyID`),
    'AES256 of a bucket that logs into itself is a finding': subject(BUCKET, {
      ...AES,
      LoggingConfiguration: { DestinationBucketName: ref('Subject') },
    }),
    'AES256 of a bucket that may receive logs is a finding': subject(
      BUCKET,
      AES,
      logsInto(either(ref('Subject'), ref('Other'))),
    ),
    'aws:kms without a key is a finding': seen(
      subject(BUCKET, encrypted({ SSEAlgorithm: 'aws:kms' })),
      `${DEFAULT}.KMSMasterKeyID`,
    ),
    'the key of AWS is a finding': subject(
      BUCKET,
      withKey('arn:aws:kms:us-east-1:111122223333:alias/aws/s3'),
    ),
    'the key of AWS in one branch is a finding': subject(
      BUCKET,
      withKey(either('alias/aws/s3', arn('Key'))),
      KEY,
    ),
    'something that is no key is a finding': subject(BUCKET, withKey(arn('Role')), {
      Role: resource('AWS::IAM::Role'),
    }),
    'log bucket without encryption is a finding': subject(BUCKET, {}, logsInto(ref('Subject'))),
    'a key left to a parameter is unknown': subject(BUCKET, withKey(OPEN)),
    'a key of a stack elsewhere is unknown': subject(BUCKET, withKey(FAR_KEY)),
  }),
  casesOf(bucketPublicAccessBlocked, {
    'blocking in all four ways is compliant': blocking({}),
    'no block is a finding': seen(
      subject(BUCKET),
      'Properties.PublicAccessBlockConfiguration.BlockPublicAcls',
      'Properties.PublicAccessBlockConfiguration.BlockPublicPolicy',
      'Properties.PublicAccessBlockConfiguration.IgnorePublicAcls',
      'Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets',
    ),
    'one way left open is a finding': seen(
      blocking({ IgnorePublicAcls: false }),
      'Properties.PublicAccessBlockConfiguration.IgnorePublicAcls',
    ),
    'one way left open in one branch is a finding': blocking({ BlockPublicPolicy: either(true, NOTHING) }),
    'one way left to a parameter is unknown': blocking({ BlockPublicPolicy: OPEN }),
  }),
  casesOf(bucketTlsOnly, {
    'a denial on bucket and objects is compliant': bucketWith(policy([denial()])),
    'a lone denial with actions in a list is compliant': bucketWith(
      policy(denial({ Action: ['s3:*'], Principal: { AWS: ['*'] } })),
    ),
    'a denial on everything is compliant': bucketWith(policy(denial({ Action: '*', Resource: '*' }))),
    'a denial on ARNs in text is compliant': subject(
      BUCKET,
      { BucketName: 'records' },
      { Policy: policy(denial({ Resource: ['arn:aws:s3:::records', 'arn:aws:s3:::records/*'] }), 'records') },
    ),
    'a denial on ARNs by Fn::Sub is compliant': bucketWith(
      policy(
        denial({
          Resource: [
            { 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Subject}' },
            { 'Fn::Sub': '${Subject.Arn}/*' },
          ],
        }),
      ),
    ),
    'no policy is a finding': seen(bucketWith(), 'Properties'),
    'a denial on the bucket only is a finding': bucketWith(policy(denial({ Resource: arn('Subject') }))),
    'a denial on some objects only is a finding': bucketWith(
      policy(denial({ Resource: [arn('Subject'), { 'Fn::Join': ['', [arn('Subject'), '/private/*']] }] })),
    ),
    'a denial on another bucket is a finding': bucketWith(
      policy(denial({ Resource: ['arn:aws:s3:::other', 'arn:aws:s3:::other/*'] })),
    ),
    'a denial of requests with TLS is a finding': bucketWith(
      policy(denial({ Condition: { Bool: { 'aws:SecureTransport': true } } })),
    ),
    'a denial under a further condition is a finding': bucketWith(
      policy(denial({ Condition: { ...WITHOUT_TLS, StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } })),
    ),
    'a denial of reading only is a finding': bucketWith(policy(denial({ Action: 's3:GetObject' }))),
    'a denial for one principal is a finding': bucketWith(
      policy(denial({ Principal: { AWS: 'arn:aws:iam::111122223333:root' } })),
    ),
    'an Allow in place of a denial is a finding': bucketWith(policy(denial({ Effect: 'Allow' }))),
    'a policy that may not be there is a finding': bucketWith({ ...policy(denial()), Condition: 'Maybe' }),
    'a policy with the denial in one branch is a finding': bucketWith(
      resource('AWS::S3::BucketPolicy', {
        Bucket: ref('Subject'),
        PolicyDocument: either({ Statement: denial() }, { Statement: [] }),
      }),
    ),
    'a denial that may not be there is unknown': bucketWith(policy([either(denial(), NOTHING)])),
    'a policy left to a parameter is unknown': bucketWith(
      resource('AWS::S3::BucketPolicy', { Bucket: ref('Subject'), PolicyDocument: OPEN }),
    ),
    'a policy of a bucket left to a parameter is unknown': bucketWith(policy(denial(), OPEN)),
    'a denial for a bucket elsewhere is compliant': lone(
      denial({ Resource: ['arn:aws:s3:::elsewhere', 'arn:aws:s3:::elsewhere/*'] }),
    ),
    'no denial for a bucket elsewhere is a finding': seen(lone([]), 'Properties.PolicyDocument'),
    'no denial for a bucket left to a parameter is a finding': lone([], OPEN),
    'a denial for a bucket left to a parameter is unknown': lone(denial({ Resource: '*' }), OPEN),
    'the policy of a bucket that is judged itself is not applicable': stack({
      Subject: policy([], ref('Bucket')),
      Bucket: resource(BUCKET),
    }),
  }),
  casesOf(bucketVersioned, {
    'versions is compliant': subject(BUCKET, { VersioningConfiguration: { Status: 'Enabled' } }),
    'no versions is a finding': seen(subject(BUCKET), 'Properties.VersioningConfiguration.Status'),
    'suspended versions is a finding': subject(BUCKET, { VersioningConfiguration: { Status: 'Suspended' } }),
    'versions left to a parameter is unknown': subject(BUCKET, { VersioningConfiguration: { Status: OPEN } }),
    'a bucket of access logs is not applicable': subject(BUCKET, {}, logsInto(ref('Subject'))),
  }),
  casesOf(bucketRetained, {
    'a retained bucket is compliant': kept(),
    'a bucket that goes with its stack is a finding': seen(
      subject(BUCKET),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a bucket that goes when it is replaced is a finding': seen(
      kept({}, { UpdateReplacePolicy: 'Delete' }),
      'UpdateReplacePolicy',
    ),
    'a bucket that is emptied first is a finding': seen(
      kept({ Emptier: resource('Custom::S3AutoDeleteObjects', { BucketName: ref('Subject') }) }),
      'Properties',
    ),
    'a policy left to a parameter is unknown': kept({}, { DeletionPolicy: OPEN }),
  }),
  casesOf(bucketAccessLogged, {
    'server access logs is compliant': subject(BUCKET, {
      LoggingConfiguration: { DestinationBucketName: 'logs' },
    }),
    'data events of all objects is compliant': subject(BUCKET, {}, recording(objects())),
    'data events of its objects is compliant': subject(
      BUCKET,
      {},
      recording(objects({ Field: 'resources.ARN', StartsWith: [FOLDER] })),
    ),
    'data events by a classic selector is compliant': subject(BUCKET, {}, recording(classic('arn:aws:s3'))),
    'data events of the bucket by a classic selector is compliant': subject(
      BUCKET,
      {},
      recording(classic(FOLDER)),
    ),
    'a trail of another stack is compliant': beside(subject(BUCKET), body(recording(objects()))),
    'no log is a finding': seen(subject(BUCKET), 'Properties.LoggingConfiguration'),
    'data events that leave its objects out is a finding': subject(
      BUCKET,
      {},
      recording(objects({ Field: 'resources.ARN', NotStartsWith: [FOLDER] })),
    ),
    'data events of another bucket is a finding': subject(
      BUCKET,
      {},
      recording(objects({ Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::other/'] })),
    ),
    'data events of writes only is a finding': subject(
      BUCKET,
      {},
      recording(objects({ Field: 'readOnly', Equals: ['false'] })),
    ),
    'data events of reads only by a classic selector is a finding': subject(
      BUCKET,
      {},
      recording(classic('arn:aws:s3', 'ReadOnly')),
    ),
    'a trail that is off is a finding': subject(BUCKET, {}, recording(objects(), { IsLogging: false })),
    'a trail that may not be there is a finding': subject(
      BUCKET,
      {},
      { Trail: { ...recording(objects()).Trail, Condition: 'Maybe' } },
    ),
    'logs in one branch only is a finding': subject(BUCKET, {
      LoggingConfiguration: either({ DestinationBucketName: 'logs' }, NOTHING),
    }),
    'logs left to a parameter is unknown': subject(BUCKET, { LoggingConfiguration: OPEN }),
    'a bucket of access logs is not applicable': subject(BUCKET, {}, logsInto(ref('Subject'))),
  }),
  casesOf(bucketPolicyNotPublic, {
    'a named principal is compliant': policied({
      Principal: { AWS: 'arn:aws:iam::111122223333:role/reader' },
    }),
    'everybody through one endpoint is compliant': policied({
      Principal: '*',
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-1' } },
    }),
    'everybody from one network is compliant': policied({
      Principal: '*',
      Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } },
    }),
    'everybody is a finding': seen(policied({ Principal: '*' }), 'Properties.PolicyDocument.Statement.0'),
    'everybody from everywhere is a finding': policied({
      Principal: '*',
      Condition: { IpAddress: { 'aws:SourceIp': ['192.0.2.0/24', '0.0.0.0/0'] } },
    }),
    'everybody from any bucket is a finding': policied({
      Principal: '*',
      Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:s3:::*' } },
    }),
    'everybody over TLS is a finding': policied({
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    }),
    'everybody if all of nothing matches is a finding': policied({
      Principal: '*',
      Condition: { 'ForAllValues:StringEquals': { 'aws:PrincipalOrgPaths': 'o-1/*' } },
    }),
    'everybody under a condition that may not be there is a finding': policied({
      Principal: '*',
      Condition: { StringEquals: { 'aws:SourceVpce': either('vpce-1', NOTHING) } },
    }),
    'a principal left to a parameter is unknown': policied({ Principal: OPEN }),
  }),
  ...s3AccessCases,
  ...s3ProtectionCases,
  ...s3StorageCases,
];
