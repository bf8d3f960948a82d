import { SIX_YEARS_IN_DAYS } from '../../../lib/contract/retention';
import { at, isList, isObject, listAt, type Json } from './json';
import type { ReadBack } from './read-back';

interface Requirement {
  readonly type: string;
  /** Logical ids it is about. @default every resource of the type */
  readonly of?: RegExp;
  readonly what: string;
  readonly holds: (observed: Json) => boolean;
}

/** What must be true in the account whatever the templates say, by the word of the services alone. */
const REQUIREMENTS: readonly Requirement[] = [
  {
    type: 'AWS::KMS::Key',
    what: 'rotates within a year',
    holds: (key) => at(key, 'EnableKeyRotation') === true && Number(at(key, 'RotationPeriodInDays')) <= 365,
  },
  {
    type: 'AWS::KMS::Key',
    what: 'denies its administrators every direct use',
    holds: (key) => statements(at(key, 'KeyPolicy')).some((one) => denies(one, 'kms:Decrypt')),
  },
  {
    type: 'AWS::S3::Bucket',
    what: 'blocks public access in all four ways',
    holds: (bucket) => {
      const access = at(bucket, 'PublicAccessBlockConfiguration');
      const ways = isObject(access) ? Object.values(access) : [];
      return ways.length === 4 && ways.every((way) => way === true);
    },
  },
  {
    type: 'AWS::S3::Bucket',
    what: 'keeps versions',
    holds: (bucket) => at(bucket, 'VersioningConfiguration', 'Status') === 'Enabled',
  },
  {
    type: 'AWS::S3::Bucket',
    of: /^Record/u,
    what: 'encrypts under a key of ours',
    holds: (bucket) => {
      const byDefault = at(bucket, 'BucketEncryption', 'ServerSideEncryptionConfiguration', 0);
      return text(at(byDefault, 'ServerSideEncryptionByDefault', 'KMSMasterKeyID')).startsWith(
        'arn:aws:kms:',
      );
    },
  },
  {
    type: 'AWS::S3::Bucket',
    of: /^Record/u,
    what: 'locks objects for six years',
    holds: (bucket) =>
      Number(at(bucket, 'ObjectLockConfiguration', 'Rule', 'DefaultRetention', 'Days')) >= SIX_YEARS_IN_DAYS,
  },
  {
    type: 'AWS::S3::BucketPolicy',
    what: 'denies plain HTTP',
    holds: (policy) =>
      statements(at(policy, 'PolicyDocument')).some(
        (one) => denies(one, 's3:*') && text(at(one, 'Condition', 'Bool', 'aws:SecureTransport')) === 'false',
      ),
  },
  {
    type: 'AWS::CloudTrail::Trail',
    what: 'logs in every Region, encrypted, with digests',
    holds: (trail) =>
      at(trail, 'IsLogging') === true &&
      at(trail, 'IsMultiRegionTrail') === true &&
      at(trail, 'EnableLogFileValidation') === true &&
      at(trail, 'KMSKeyId') !== undefined,
  },
  {
    type: 'AWS::CloudTrail::Trail',
    what: 'records data events of S3, Lambda and Bedrock',
    holds: (trail) => {
      const selected = JSON.stringify(listAt(trail, 'AdvancedEventSelectors'));
      return ['AWS::S3::Object', 'AWS::Lambda::Function', 'AWS::Bedrock::Model'].every((type) =>
        selected.includes(type),
      );
    },
  },
  {
    type: 'AWS::Logs::LogGroup',
    what: 'is encrypted under a key of ours and kept six years',
    holds: (group) =>
      at(group, 'KmsKeyId') !== undefined && Number(at(group, 'RetentionInDays')) >= SIX_YEARS_IN_DAYS,
  },
  {
    type: 'AWS::SNS::Topic',
    what: 'is encrypted under a key of ours, and logs what it could not deliver',
    holds: (topic) =>
      text(at(topic, 'KmsMasterKeyId')).startsWith('arn:aws:kms:') &&
      listAt(topic, 'DeliveryStatusLogging').length === 4,
  },
  {
    type: 'AWS::SNS::TopicPolicy',
    what: 'denies plain HTTP, and lets alarms of this account in',
    holds: (policy) => {
      const all = statements(at(policy, 'PolicyDocument'));
      return (
        all.some((one) => denies(one, 'sns:Publish')) &&
        all.some((one) => text(at(one, 'Principal', 'Service')) === 'cloudwatch.amazonaws.com')
      );
    },
  },
  {
    type: 'AWS::CloudWatch::Alarm',
    what: 'tells a topic',
    holds: (alarm) => at(alarm, 'ActionsEnabled') === true && listAt(alarm, 'AlarmActions').length === 1,
  },
  {
    type: 'AWS::EC2::FlowLog',
    what: 'records all traffic of the VPC',
    holds: (flowLog) => at(flowLog, 'TrafficType') === 'ALL' && at(flowLog, 'ResourceType') === 'VPC',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    what: 'has a policy of its own, and private DNS if it is an interface',
    holds: (endpoint) =>
      statements(at(endpoint, 'PolicyDocument')).length > 0 &&
      (at(endpoint, 'VpcEndpointType') === 'Gateway' || at(endpoint, 'PrivateDnsEnabled') === true),
  },
  {
    type: 'AWS::Lambda::Function',
    of: /^Redaction/u,
    what: 'runs Node 22 on arm64 in the VPC, its environment encrypted under a key of ours',
    holds: (one) =>
      at(one, 'Runtime') === 'nodejs22.x' &&
      at(one, 'Architectures', 0) === 'arm64' &&
      listAt(one, 'VpcConfig', 'SubnetIds').length >= 2 &&
      at(one, 'KmsKeyArn') !== undefined,
  },
  {
    type: 'AWS::Bedrock::Guardrail',
    what: 'stops prompt attacks, masks identifiers, is encrypted under a key of ours',
    holds: (guardrail) =>
      listAt(guardrail, 'ContentPolicyConfig', 'FiltersConfig').some(
        (filter) => at(filter, 'Type') === 'PROMPT_ATTACK' && at(filter, 'InputStrength') === 'HIGH',
      ) &&
      listAt(guardrail, 'SensitiveInformationPolicyConfig', 'PiiEntitiesConfig').length >= 10 &&
      at(guardrail, 'KmsKeyArn') !== undefined,
  },
];

/** Requirements that do not hold, and those that nothing deployed is there for; one line each. */
export function insecure(results: readonly ReadBack[]): readonly string[] {
  return REQUIREMENTS.flatMap(({ type, of, what, holds }) => {
    const about = results.filter(
      ({ resource }) => resource.type === type && (of?.test(resource.logicalId) ?? true),
    );
    if (about.length === 0) return [`no ${type} that ${what}`];
    return about
      .filter(({ observed }) => observed === undefined || !holds(observed))
      .map(({ resource }) => `${type} ${resource.logicalId}: not one that ${what}`);
  });
}

function statements(policy: Json | undefined): readonly Json[] {
  return listAt(policy, 'Statement');
}

function denies(statement: Json, action: string): boolean {
  const actions = at(statement, 'Action');
  const named = isList(actions) ? actions.includes(action) : actions === action;
  return at(statement, 'Effect') === 'Deny' && named;
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}
