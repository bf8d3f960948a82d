import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { accessPointInVpc } from '../../../lib/compliance/rules/s3/access-point-in-vpc';
import { accessPointNotOpened } from '../../../lib/compliance/rules/s3/access-point-not-opened';
import { accessPointPolicyNotPublic } from '../../../lib/compliance/rules/s3/access-point-policy-not-public';
import { bucketAclNotReadable } from '../../../lib/compliance/rules/s3/bucket-acl-not-readable';
import { bucketAclNotWritable } from '../../../lib/compliance/rules/s3/bucket-acl-not-writable';
import { bucketAclsDisabled } from '../../../lib/compliance/rules/s3/bucket-acls-disabled';
import { bucketCors } from '../../../lib/compliance/rules/s3/bucket-cors';
import { bucketHasPolicy } from '../../../lib/compliance/rules/s3/bucket-has-policy';
import { bucketNoWebsite } from '../../../lib/compliance/rules/s3/bucket-no-website';
import { bucketNotOpened } from '../../../lib/compliance/rules/s3/bucket-not-opened';
import { bucketPolicyEncryptedPuts } from '../../../lib/compliance/rules/s3/bucket-policy-encrypted-puts';
import { bucketPolicyKnownAccounts } from '../../../lib/compliance/rules/s3/bucket-policy-known-accounts';
import { bucketPolicyNoNotAction } from '../../../lib/compliance/rules/s3/bucket-policy-no-not-action';
import { bucketPolicyNoNotPrincipal } from '../../../lib/compliance/rules/s3/bucket-policy-no-not-principal';
import { bucketPolicyNoWildcardAction } from '../../../lib/compliance/rules/s3/bucket-policy-no-wildcard-action';
import { bucketPolicyTlsFloor } from '../../../lib/compliance/rules/s3/bucket-policy-tls-floor';
import {
  arn,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';

const BUCKET = 'AWS::S3::Bucket';
const POINT = 'AWS::S3::AccessPoint';
const READER = { AWS: 'arn:aws:iam::111122223333:role/reader' };
const OWN = { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/reader' } };
const STATEMENT = 'Properties.PolicyDocument.Statement.0';

const policy = (statement: Json, bucket: Json = 'records') =>
  resource('AWS::S3::BucketPolicy', { Bucket: bucket, PolicyDocument: { Statement: statement } });
const policied = (statement: JsonObject) =>
  stack({
    Subject: policy([
      { Effect: 'Allow', Principal: READER, Action: 's3:GetObject', Resource: '*', ...statement },
    ]),
  });
const inverted = (name: string, value: Json, dropped: string) =>
  stack({
    Subject: policy([
      Object.fromEntries(
        Object.entries({
          Effect: 'Allow',
          Principal: READER,
          Action: 's3:GetObject',
          Resource: '*',
          [name]: value,
        }).filter(([key]) => key !== dropped),
      ),
    ]),
  });
const pointPolicy = (statement: Json) =>
  subject(POINT, { Bucket: 'records', Policy: { Statement: statement } });

const BOTH: Json = [arn('Subject'), { 'Fn::Join': ['', [arn('Subject'), '/*']] }];
const deny = (change: JsonObject): JsonObject => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: BOTH,
  ...change,
});
const guarded = (...statements: readonly Json[]) =>
  subject(BUCKET, {}, { Policy: policy([...statements], ref('Subject')) });
const OLD_TLS = { Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } };
const put = (change: JsonObject = {}) =>
  deny({
    Action: 's3:PutObject',
    Resource: { 'Fn::Join': ['', [arn('Subject'), '/*']] },
    Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
    ...change,
  });

export const s3AccessCases = [
  casesOf(bucketAclNotReadable, {
    'no ACL is compliant': subject(BUCKET),
    'an ACL for the owner is compliant': subject(BUCKET, { AccessControl: 'BucketOwnerRead' }),
    'an ACL for everybody is a finding': seen(
      subject(BUCKET, { AccessControl: 'PublicRead' }),
      'Properties.AccessControl',
    ),
    'an ACL for every AWS account is a finding': subject(BUCKET, { AccessControl: 'AuthenticatedRead' }),
    'an ACL left to a parameter is unknown': subject(BUCKET, { AccessControl: OPEN }),
  }),
  casesOf(bucketAclNotWritable, {
    'no ACL is compliant': subject(BUCKET),
    'an ACL for everybody to write is a finding': seen(
      subject(BUCKET, { AccessControl: 'PublicReadWrite' }),
      'Properties.AccessControl',
    ),
    'an ACL left to a parameter is unknown': subject(BUCKET, { AccessControl: OPEN }),
  }),
  casesOf(bucketAclsDisabled, {
    'nothing said is compliant': subject(BUCKET),
    'the owner of the bucket owning all is compliant': subject(BUCKET, {
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
      AccessControl: 'Private',
    }),
    'objects of their writer is a finding': seen(
      subject(BUCKET, { OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } }),
      'Properties.OwnershipControls.Rules.0.ObjectOwnership',
    ),
    'an ACL for log delivery is a finding': subject(BUCKET, { AccessControl: 'LogDeliveryWrite' }),
    'ownership left to a parameter is unknown': subject(BUCKET, {
      OwnershipControls: { Rules: [{ ObjectOwnership: OPEN }] },
    }),
  }),
  casesOf(bucketNotOpened, {
    'nothing said is compliant': subject(BUCKET),
    'a full block is compliant': subject(BUCKET, {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    }),
    'one switch turned off is a finding': subject(BUCKET, {
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: false,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
    }),
    'switches left out of a block is a finding': seen(
      subject(BUCKET, { PublicAccessBlockConfiguration: { BlockPublicAcls: true, IgnorePublicAcls: true } }),
      'Properties.PublicAccessBlockConfiguration.BlockPublicPolicy',
      'Properties.PublicAccessBlockConfiguration.RestrictPublicBuckets',
    ),
    'a block left to a parameter is unknown': subject(BUCKET, { PublicAccessBlockConfiguration: OPEN }),
  }),
  casesOf(bucketNoWebsite, {
    'no website is compliant': subject(BUCKET),
    'a website is a finding': seen(
      subject(BUCKET, { WebsiteConfiguration: { IndexDocument: 'index.html' } }),
      'Properties.WebsiteConfiguration',
    ),
    'a website in one branch is a finding': subject(BUCKET, {
      WebsiteConfiguration: either({ IndexDocument: 'index.html' }, NOTHING),
    }),
    'a website left to a parameter is unknown': subject(BUCKET, { WebsiteConfiguration: OPEN }),
  }),
  casesOf(bucketCors, {
    'no rule is compliant': subject(BUCKET),
    'a named origin is compliant': subject(BUCKET, {
      CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['https://intake.example.org'] }] },
    }),
    'any origin is a finding': seen(
      subject(BUCKET, { CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['*'] }] } }),
      'Properties.CorsConfiguration.CorsRules.0.AllowedOrigins.0',
    ),
    'any header is a finding': seen(
      subject(BUCKET, {
        CorsConfiguration: {
          CorsRules: [{ AllowedOrigins: ['https://intake.example.org'], AllowedHeaders: ['*'] }],
        },
      }),
      'Properties.CorsConfiguration.CorsRules.0.AllowedHeaders.0',
    ),
    'an origin without TLS is a finding': subject(BUCKET, {
      CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['http://intake.example.org'] }] },
    }),
    'any host is a finding': subject(BUCKET, {
      CorsConfiguration: { CorsRules: [{ AllowedOrigins: ['https://*'] }] },
    }),
    'an origin left to a parameter is unknown': subject(BUCKET, {
      CorsConfiguration: { CorsRules: [{ AllowedOrigins: [OPEN] }] },
    }),
  }),
  casesOf(bucketHasPolicy, {
    'a policy is compliant': guarded(deny(OLD_TLS)),
    'no policy is a finding': seen(subject(BUCKET), 'Properties'),
    'a policy that says the same name is compliant': subject(
      BUCKET,
      { BucketName: { 'Fn::Sub': 'records-${Open}' } },
      { Policy: policy([], { 'Fn::Sub': 'records-${Open}' }) },
    ),
    'a policy that may not be there is a finding': subject(
      BUCKET,
      {},
      { Policy: { ...policy([], ref('Subject')), Condition: 'Maybe' } },
    ),
    'a policy of a bucket left to a parameter is unknown': subject(BUCKET, {}, { Policy: policy([], OPEN) }),
  }),
  casesOf(bucketPolicyNoWildcardAction, {
    'a named action is compliant': policied({}),
    'a Deny of everything is compliant': policied({ Effect: 'Deny', Action: '*' }),
    'every action is a finding': seen(policied({ Action: '*' }), STATEMENT),
    'every action of the service is a finding': policied({ Action: ['s3:GetObject', 'S3:*'] }),
    'an action left to a parameter is unknown': policied({ Action: OPEN }),
  }),
  casesOf(bucketPolicyNoNotAction, {
    'a named action is compliant': policied({}),
    'a Deny of all but some is compliant': inverted('Effect', 'Deny', 'Action'),
    'all but what cannot be read is a finding': inverted('NotAction', OPEN, 'Action'),
    'all but some is a finding': seen(inverted('NotAction', 's3:Delete*', 'Action'), STATEMENT),
    'a document left to a parameter is unknown': subject('AWS::S3::BucketPolicy', { PolicyDocument: OPEN }),
  }),
  casesOf(bucketPolicyNoNotPrincipal, {
    'a named principal is compliant': policied({}),
    'all but some is a finding': seen(inverted('NotPrincipal', READER, 'Principal'), STATEMENT),
    'a document left to a parameter is unknown': subject('AWS::S3::BucketPolicy', { PolicyDocument: OPEN }),
  }),
  casesOf(bucketPolicyKnownAccounts, {
    'a principal of the account itself is compliant': policied({ Principal: OWN }),
    'a service is compliant': policied({ Principal: { Service: 'logging.s3.amazonaws.com' } }),
    'another account of the organisation is compliant': policied({
      Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } },
    }),
    'a role of another account is a finding': seen(policied({}), STATEMENT),
    'another account as a whole is a finding': policied({ Principal: { AWS: '111122223333' } }),
    'a principal left to a parameter is unknown': policied({ Principal: { AWS: OPEN } }),
  }),
  casesOf(bucketPolicyTlsFloor, {
    'a denial of TLS before 1.2 is compliant': guarded(deny(OLD_TLS)),
    'a denial of TLS before 1.3 is compliant': guarded(
      deny({ Condition: { NumericLessThan: { 's3:TlsVersion': '1.3' } } }),
    ),
    'no policy is a finding': seen(subject(BUCKET), 'Properties'),
    'a denial of TLS before 1.1 is a finding': guarded(
      deny({ Condition: { NumericLessThan: { 's3:TlsVersion': '1.1' } } }),
    ),
    'a denial on the bucket only is a finding': guarded(deny({ ...OLD_TLS, Resource: arn('Subject') })),
    'a denial in one branch is unknown': guarded(either(deny(OLD_TLS), NOTHING)),
  }),
  casesOf(bucketPolicyEncryptedPuts, {
    'a denial of another encryption is compliant': guarded(put()),
    'a denial of another key is compliant': guarded(
      put({
        Condition: {
          StringNotEqualsIfExists: { 's3:x-amz-server-side-encryption-aws-kms-key-id': OPEN },
        },
      }),
    ),
    'a denial of what asks for another, but of nothing silent, is compliant': guarded(
      put({
        Condition: {
          StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' },
          Null: { 's3:x-amz-server-side-encryption': 'false' },
        },
      }),
    ),
    'no policy is a finding': seen(subject(BUCKET), 'Properties'),
    'a denial of one encryption is a finding': guarded(
      put({ Condition: { StringEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } } }),
    ),
    'a denial for some callers is a finding': guarded(
      put({
        Condition: {
          StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms', 'aws:PrincipalOrgID': 'o-1' },
        },
      }),
    ),
    'a denial in one branch is unknown': guarded(either(put(), NOTHING)),
    'a bucket of access logs is not applicable': subject(
      BUCKET,
      {},
      { Other: resource(BUCKET, { LoggingConfiguration: { DestinationBucketName: ref('Subject') } }) },
    ),
  }),
  casesOf(accessPointNotOpened, {
    'nothing said is compliant': subject(POINT, { Bucket: 'records' }),
    'a switch turned off is a finding': seen(
      subject(POINT, { PublicAccessBlockConfiguration: { BlockPublicPolicy: false } }),
      'Properties.PublicAccessBlockConfiguration.BlockPublicPolicy',
    ),
    'a switch left to a parameter is unknown': subject(POINT, {
      PublicAccessBlockConfiguration: { BlockPublicAcls: OPEN },
    }),
  }),
  casesOf(accessPointPolicyNotPublic, {
    'no policy is compliant': subject(POINT, { Bucket: 'records' }),
    'a named principal is compliant': pointPolicy({
      Effect: 'Allow',
      Principal: READER,
      Action: 's3:GetObject',
    }),
    'everybody is a finding': seen(
      pointPolicy([{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject' }]),
      'Properties.Policy.Statement.0',
    ),
    'a policy left to a parameter is unknown': subject(POINT, { Policy: OPEN }),
  }),
  casesOf(accessPointInVpc, {
    'a VPC is compliant': subject(POINT, { VpcConfiguration: { VpcId: 'vpc-1' } }),
    'no VPC is a finding': seen(subject(POINT), 'Properties.VpcConfiguration.VpcId'),
    'a VPC left to a parameter is unknown': subject(POINT, { VpcConfiguration: { VpcId: OPEN } }),
  }),
];
