import { grantInOneZone } from '../../../lib/compliance/rules/graph/grant-in-one-zone';
import { principalInOneZone } from '../../../lib/compliance/rules/graph/principal-in-one-zone';
import { zoneCrossingRecorded } from '../../../lib/compliance/rules/graph/zone-crossing-recorded';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  body,
  casesOf,
  either,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
  type RuleCases,
  type Scenario,
} from '../../support/judge-template';

const ROLE = 'AWS::IAM::Role';
const CLASS = 'hipaa-ai:data-class';
const DEIDENTIFIES = 'hipaa-ai:deidentifies';

const tags = (...pairs: readonly (readonly [Json, Json])[]): JsonObject => ({
  Tags: pairs.map(([Key, Value]) => ({ Key, Value })),
});
const of = (dataClass: Json, more: JsonObject = {}) => ({ ...tags([CLASS, dataClass]), ...more });
const bucket = (dataClass: Json, more: JsonObject = {}) => resource('AWS::S3::Bucket', of(dataClass, more));
const inside = (id: string): JsonObject => ({ 'Fn::Sub': `\${${id}.Arn}/*` });
const allow = (Action: Json, Resource: Json = '*', more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const deny = (Action: Json, Resource: Json = '*', more: JsonObject = {}): JsonObject => ({
  ...allow(Action, Resource, more),
  Effect: 'Deny',
});
const inline = (...Statement: readonly Json[]): JsonObject => ({
  Policies: [{ PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement } }],
});
const STATEMENT = 'Properties.Policies.0.PolicyDocument.Statement';

const STORES: JsonObject = {
  Records: bucket('PHI'),
  Redacted: bucket('REDACTED'),
  Research: resource(
    'AWS::S3::Bucket',
    tags([CLASS, 'DEIDENTIFIED'], ['hipaa-ai:deidentification', 'safe-harbor/DS-12']),
  ),
  Published: bucket('NO_PHI', { BucketName: 'published-pages' }),
  Trail: bucket('AUDIT'),
  Codes: resource('AWS::DynamoDB::Table', of('NO_PHI')),
  Either: bucket(either('PHI', 'NO_PHI')),
};
const role = (properties: JsonObject, others: JsonObject = {}): Scenario =>
  subject(ROLE, properties, { ...STORES, ...others });
const READS = allow('s3:GetObject', inside('Records'));
const may = (...statements: readonly Json[]): Scenario => role(inline(READS, ...statements));
const job = (tag: Json, ...statements: readonly Json[]): Scenario =>
  role({ ...tags([DEIDENTIFIES, tag]), ...inline(READS, ...statements) });
const WRITES = allow('s3:PutObject', inside('Research'));

const policy = (property: string, statements: readonly Json[], more: JsonObject): JsonObject => ({
  [property]: { Version: '2012-10-17', Statement: statements },
  ...more,
});
const lets = (principal: string, Action: Json, Resource: Json = '*'): JsonObject => ({
  ...allow(Action, Resource),
  Principal: { AWS: arn(principal) },
});
const PEOPLE: JsonObject = {
  Clinic: resource(ROLE, of('PHI')),
  Web: resource(ROLE, of('NO_PHI')),
  Plain: resource(ROLE),
  Reader: resource(ROLE, inline(allow('s3:GetObject', inside('Published')))),
  Job: resource(ROLE, { ...tags([DEIDENTIFIES, 'DS-12']), ...inline(READS, WRITES) }),
};
const bucketPolicy = (...statements: readonly Json[]): Scenario =>
  subject('AWS::S3::BucketPolicy', policy('PolicyDocument', statements, { Bucket: ref('Records') }), {
    ...STORES,
    ...PEOPLE,
  });
const ownPolicy = (type: string, property: string, action: string, properties: JsonObject = {}): Scenario =>
  subject(type, { ...of('PHI', properties), ...policy(property, [lets('Web', action)], {}) }, PEOPLE);
const policyOn = (type: string, property: string, action: string, link: string, store: string): Scenario =>
  subject(type, policy(property, [lets('Web', action)], { [link]: ref('Store') }), {
    ...PEOPLE,
    Store: resource(store, of('PHI')),
  });

export const graphZoneCases: readonly RuleCases[] = [
  casesOf(principalInOneZone, {
    'PHI alone is compliant': may(allow('s3:PutObject', inside('Redacted'))),
    'no PHI alone is compliant': role(inline(allow('s3:*', inside('Published')))),
    'PHI, and a record of what was done, is compliant': may(
      allow('s3:PutObject', inside('Trail')),
      allow(['logs:CreateLogStream', 'logs:PutLogEvents']),
    ),
    'deleting and listing on the other side is compliant': may(
      allow(['s3:DeleteObject', 's3:ListBucket'], inside('Published')),
    ),
    'the bucket without its objects is compliant': may(allow('s3:GetObject', arn('Published'))),
    'PHI and what is none is a finding': seen(
      may(allow('s3:PutObject', inside('Published'))),
      `${STATEMENT}.1`,
    ),
    'redacted text and what is no PHI is a finding': role(
      inline(allow('s3:GetObject', inside('Redacted')), allow('s3:GetObject', inside('Published'))),
    ),
    'PHI and de-identified data without a word is a finding': may(WRITES),
    'stores of two services is a finding': may(allow('dynamodb:Get*', arn('Codes'))),
    'a bucket by its name is a finding': may(allow('s3:GetObject', 'arn:aws:s3:::published-pages/*')),
    'a part of a bucket is a finding': may(allow('s3:GetObject', 'arn:aws:s3:::published-pages/a/*')),
    'a pattern of names is a finding': may(allow('s3:GetObject', 'arn:aws:s3:::published-*')),
    'another bucket by its name is compliant': may(allow('s3:GetObject', 'arn:aws:s3:::other/*')),
    'every object is a finding': role(inline(allow('s3:*'))),
    'all but IAM is a finding': role(inline({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' })),
    'all but one bucket is a finding': role(
      inline({ Effect: 'Allow', Action: 's3:GetObject', NotResource: inside('Trail') }),
    ),
    'all but the other side is compliant': role(
      inline({
        Effect: 'Allow',
        Action: 's3:GetObject',
        NotResource: [inside('Published'), inside('Research'), inside('Either')],
      }),
    ),
    'the other side taken back is compliant': role(
      inline(
        allow('s3:GetObject'),
        deny('s3:*', [inside('Published'), inside('Research'), inside('Either')]),
      ),
    ),
    'reading of the other side taken back, and writing not, is a finding': may(
      allow('s3:*', inside('Published')),
      deny('s3:Get*', inside('Published')),
    ),
    'a part of the other side taken back is a finding': role(
      inline(
        allow('s3:GetObject'),
        deny('s3:*', [{ 'Fn::Sub': '${Published.Arn}/a/*' }, inside('Research')]),
      ),
    ),
    'the other side taken back under a condition is a finding': may(
      allow('s3:GetObject', inside('Published')),
      deny('s3:GetObject', inside('Published'), { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ),
    'a policy attached from elsewhere is a finding': seen(
      role(inline(READS), {
        Attached: resource('AWS::IAM::Policy', {
          Roles: [ref('Subject')],
          PolicyDocument: { Statement: [allow('s3:PutObject', inside('Published'))] },
        }),
      }),
      `${STATEMENT}.0`,
    ),
    'both attached from elsewhere is a finding': seen(
      role(
        {},
        {
          Attached: resource('AWS::IAM::ManagedPolicy', {
            Roles: [ref('Subject')],
            PolicyDocument: { Statement: [READS, allow('s3:PutObject', inside('Published'))] },
          }),
        },
      ),
      'Properties',
    ),
    'a boundary around one side is compliant': role(
      {
        ...inline(READS, allow('s3:PutObject', inside('Published'))),
        PermissionsBoundary: ref('Boundary'),
      },
      {
        Boundary: resource('AWS::IAM::ManagedPolicy', {
          PolicyDocument: { Statement: [allow('s3:*', inside('Records'))] },
        }),
      },
    ),
    'a boundary around both sides is a finding': role(
      {
        ...inline(READS, allow('s3:PutObject', inside('Published'))),
        PermissionsBoundary: ref('Boundary'),
      },
      { Boundary: resource('AWS::IAM::ManagedPolicy', { PolicyDocument: { Statement: [allow('s3:*')] } }) },
    ),
    'stores of another stack is a finding': beside(
      subject(
        ROLE,
        inline(
          allow('s3:GetObject', { 'Fn::Join': ['', [{ 'Fn::ImportValue': 'records' }, '/*']] }),
          allow('s3:PutObject', inside('Pages')),
        ),
        { Pages: bucket('NO_PHI') },
      ),
      body(
        { Store: bucket('PHI') },
        { Outputs: { Records: { Value: arn('Store'), Export: { Name: 'records' } } } },
      ),
    ),
    'a policy of a store that names it is a finding': role(inline(READS), {
      Grant: resource(
        'AWS::S3::BucketPolicy',
        policy('PolicyDocument', [lets('Subject', 's3:GetObject')], { Bucket: ref('Published') }),
      ),
    }),
    'a class of its own on the other side is a finding': role({ ...of('NO_PHI'), ...inline(READS) }),
    'a class of its own on the same side is compliant': role({ ...of('PHI'), ...inline(READS) }),
    'a user is a finding': subject(
      'AWS::IAM::User',
      inline(READS, allow('s3:GetObject', inside('Published'))),
      STORES,
    ),
    'a user with a group for each side is a finding': subject(
      'AWS::IAM::User',
      { Groups: [ref('Clinicians'), 'editors'] },
      {
        ...STORES,
        Clinicians: resource('AWS::IAM::Group', inline(READS)),
        Editors: resource('AWS::IAM::Group', {
          GroupName: 'editors',
          ...inline(allow('s3:GetObject', inside('Published'))),
        }),
      },
    ),
    'a user added to a group of the other side is a finding': subject('AWS::IAM::User', inline(READS), {
      ...STORES,
      Editors: resource('AWS::IAM::Group', inline(allow('s3:GetObject', inside('Published')))),
      Added: resource('AWS::IAM::UserToGroupAddition', {
        GroupName: ref('Editors'),
        Users: [ref('Subject')],
      }),
    }),
    'a permission set is a finding': subject(
      'AWS::SSO::PermissionSet',
      {
        InlinePolicy: {
          Version: '2012-10-17',
          Statement: [READS, allow('s3:GetObject', inside('Published'))],
        },
      },
      STORES,
    ),
    'a job that says which record it works for is compliant': job('DS-12', WRITES),
    'a job of two records is compliant': job('DS-12 DS-13', WRITES),
    'a job that writes what is no PHI is a finding': job('DS-12', allow('s3:PutObject', inside('Published'))),
    'a job whose word a condition leaves out is a finding': role({
      Tags: [either({ Key: DEIDENTIFIES, Value: 'DS-12' }, NOTHING)],
      ...inline(READS, WRITES),
    }),
    'a user who says which record he works for is a finding': subject(
      'AWS::IAM::User',
      { ...tags([DEIDENTIFIES, 'DS-12']), ...inline(READS, WRITES) },
      STORES,
    ),
    'a store of an open class is compliant': role(inline(READS, allow('s3:GetObject', inside('Open'))), {
      Open: bucket(OPEN),
    }),
    'PHI, and a store that is PHI or not, is unknown': may(allow('s3:GetObject', inside('Either'))),
    'PHI, and a store known only by parameter, is unknown': may(allow('s3:GetObject', OPEN)),
    'PHI, and actions known only by parameter, is unknown': may(allow(OPEN, inside('Published'))),
    'PHI, and a queue known only by parameter where no queue is, is compliant': may(
      allow('sqs:SendMessage', OPEN),
    ),
    'both sides in a boundary of another account is unknown': role({
      ...inline(READS, allow('s3:PutObject', inside('Published'))),
      PermissionsBoundary: 'arn:aws:iam::111122223333:policy/boundary',
    }),
    'one that reaches no store is not applicable': role(inline(allow('xray:PutTraceSegments'))),
    'an assembly without classes is not applicable': subject(ROLE, inline(allow('s3:*')), {
      Bucket: resource('AWS::S3::Bucket'),
    }),
  }),
  casesOf(zoneCrossingRecorded, {
    'a job that names its record is compliant': job('DS-12', WRITES),
    'a job that names a record of a store elsewhere is compliant': job('DS-99'),
    'a job that names another record is a finding': seen(job('DS-13', WRITES), 'Properties.Tags'),
    'a job that names no id is a finding': job('yes, it does', WRITES),
    'a job known only by parameter is unknown': job(OPEN, WRITES),
    'a job under a condition is unknown': role({
      Tags: [either({ Key: DEIDENTIFIES, Value: 'DS-12' }, NOTHING)],
      ...inline(READS, WRITES),
    }),
    'a role that says nothing is not applicable': may(WRITES),
  }),
  casesOf(grantInOneZone, {
    'a role of the same class is compliant': bucketPolicy(lets('Clinic', 's3:GetObject')),
    'a role without class or data is compliant': bucketPolicy(lets('Plain', 's3:GetObject')),
    'a role of another class is a finding': seen(
      bucketPolicy(lets('Web', 's3:GetObject')),
      'Properties.PolicyDocument.Statement.0',
    ),
    'a role that reads the other side is a finding': seen(
      bucketPolicy(lets('Clinic', 's3:GetObject'), lets('Reader', 's3:*')),
      'Properties.PolicyDocument.Statement.1',
    ),
    'a role by its name is a finding': subject(
      'AWS::S3::BucketPolicy',
      policy(
        'PolicyDocument',
        [
          {
            ...allow('s3:GetObject'),
            Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/site/web' } },
          },
        ],
        { Bucket: ref('Records') },
      ),
      { ...STORES, Web: resource(ROLE, of('NO_PHI', { RoleName: 'web' })) },
    ),
    'a job that says which record it works for is compliant': bucketPolicy(lets('Job', 's3:GetObject')),
    'a job let in to what it wrote is compliant': subject(
      'AWS::S3::BucketPolicy',
      policy('PolicyDocument', [lets('Job', 's3:PutObject')], { Bucket: ref('Research') }),
      { ...STORES, ...PEOPLE },
    ),
    'a Deny of another class is compliant': bucketPolicy(
      {
        ...lets('Web', 's3:GetObject'),
        Effect: 'Deny',
      },
      lets('Clinic', 's3:GetObject'),
    ),
    'PHI let in to what is none is a finding': subject(
      'AWS::S3::BucketPolicy',
      policy('PolicyDocument', [lets('Clinic', 's3:PutObject')], { Bucket: ref('Published') }),
      { ...STORES, ...PEOPLE },
    ),
    'a key is a finding': seen(
      ownPolicy('AWS::KMS::Key', 'KeyPolicy', 'kms:Decrypt'),
      'Properties.KeyPolicy.Statement.0',
    ),
    'a replica of a key is a finding': ownPolicy('AWS::KMS::ReplicaKey', 'KeyPolicy', 'kms:*'),
    'a key that is administered only is not applicable': ownPolicy(
      'AWS::KMS::Key',
      'KeyPolicy',
      'kms:PutKeyPolicy',
    ),
    'a table is a finding': subject(
      'AWS::DynamoDB::Table',
      { ...of('PHI'), ResourcePolicy: policy('PolicyDocument', [lets('Web', 'dynamodb:GetItem')], {}) },
      PEOPLE,
    ),
    'a table of several Regions is a finding': subject(
      'AWS::DynamoDB::GlobalTable',
      {
        Replicas: [
          {
            Region: 'us-east-1',
            ...of('PHI'),
            ResourcePolicy: policy('PolicyDocument', [lets('Web', 'dynamodb:GetItem')], {}),
          },
        ],
      },
      PEOPLE,
    ),
    'files is a finding': subject(
      'AWS::EFS::FileSystem',
      {
        FileSystemTags: tags([CLASS, 'PHI'])['Tags'] ?? [],
        ...policy('FileSystemPolicy', [lets('Web', 'elasticfilesystem:ClientMount')], {}),
      },
      PEOPLE,
    ),
    'a domain is a finding': ownPolicy('AWS::OpenSearchService::Domain', 'AccessPolicies', 'es:ESHttp*'),
    'an old domain is a finding': ownPolicy('AWS::Elasticsearch::Domain', 'AccessPolicies', 'es:ESHttpGet'),
    'a stream is a finding': policyOn(
      'AWS::Kinesis::ResourcePolicy',
      'ResourcePolicy',
      'kinesis:GetRecords',
      'ResourceArn',
      'AWS::Kinesis::Stream',
    ),
    'an access point is a finding': policyOn(
      'AWS::S3::AccessPoint',
      'Policy',
      's3:GetObject',
      'Bucket',
      'AWS::S3::Bucket',
    ),
    'a directory bucket is a finding': policyOn(
      'AWS::S3Express::BucketPolicy',
      'PolicyDocument',
      's3express:CreateSession',
      'Bucket',
      'AWS::S3Express::DirectoryBucket',
    ),
    'a table bucket is a finding': policyOn(
      'AWS::S3Tables::TableBucketPolicy',
      'ResourcePolicy',
      's3tables:GetTableData',
      'TableBucketARN',
      'AWS::S3Tables::TableBucket',
    ),
    'vectors is a finding': policyOn(
      'AWS::S3Vectors::VectorBucketPolicy',
      'Policy',
      's3vectors:QueryVectors',
      'VectorBucketArn',
      'AWS::S3Vectors::VectorBucket',
    ),
    'a queue is a finding': policyOn(
      'AWS::SQS::QueueInlinePolicy',
      'PolicyDocument',
      'sqs:ReceiveMessage',
      'Queue',
      'AWS::SQS::Queue',
    ),
    'one of several queues is a finding': subject(
      'AWS::SQS::QueuePolicy',
      policy('PolicyDocument', [lets('Web', 'sqs:ReceiveMessage')], { Queues: [ref('Plain'), ref('Store')] }),
      { ...PEOPLE, Store: resource('AWS::SQS::Queue', of('PHI')) },
    ),
    'a role that is of either class is unknown': subject(
      'AWS::S3::BucketPolicy',
      policy('PolicyDocument', [lets('Shared', 's3:GetObject')], { Bucket: ref('Records') }),
      { ...STORES, Shared: resource(ROLE, of(either('PHI', 'NO_PHI'))) },
    ),
    'a policy that lets nobody in is not applicable': bucketPolicy({
      ...deny('s3:*'),
      Principal: '*',
    }),
    'a store without a class is not applicable': subject(
      'AWS::S3::BucketPolicy',
      policy('PolicyDocument', [lets('Web', 's3:GetObject')], { Bucket: ref('Plainly') }),
      { ...PEOPLE, Plainly: resource('AWS::S3::Bucket') },
    ),
  }),
];
