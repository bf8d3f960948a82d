import { bedrockDataEvents } from '../../../lib/compliance/rules/cloudtrail/bedrock-data-events';
import { bucketLocked } from '../../../lib/compliance/rules/cloudtrail/bucket-locked';
import { cloudwatchDelivery } from '../../../lib/compliance/rules/cloudtrail/cloudwatch-delivery';
import { dynamodbDataEvents } from '../../../lib/compliance/rules/cloudtrail/dynamodb-data-events';
import { encrypted } from '../../../lib/compliance/rules/cloudtrail/encrypted';
import { globalServices } from '../../../lib/compliance/rules/cloudtrail/global-services';
import { lambdaDataEvents } from '../../../lib/compliance/rules/cloudtrail/lambda-data-events';
import { logging } from '../../../lib/compliance/rules/cloudtrail/logging';
import { logValidation } from '../../../lib/compliance/rules/cloudtrail/log-validation';
import { managementEvents } from '../../../lib/compliance/rules/cloudtrail/management-events';
import { multiRegion } from '../../../lib/compliance/rules/cloudtrail/multi-region';
import { s3DataEvents } from '../../../lib/compliance/rules/cloudtrail/s3-data-events';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  NOTHING,
  OPEN,
  ref,
  resource,
  seen,
  subject,
} from '../../support/judge-template';
import { cloudtrailStoreCases } from './cloudtrail-store.cases';

const TRAIL = 'AWS::CloudTrail::Trail';
const ADVANCED = 'Properties.AdvancedEventSelectors';
const CLASSIC = 'Properties.EventSelectors';

const field = (name: string, ...equals: readonly Json[]): JsonObject => ({ Field: name, Equals: equals });
const selector = (category: string, ...fields: readonly Json[]): JsonObject => ({
  FieldSelectors: [field('eventCategory', category), ...fields],
});
const data = (type: string, ...fields: readonly Json[]) =>
  selector('Data', field('resources.type', type), ...fields);
const advanced = (selectors: readonly Json[], properties: JsonObject = {}, others: JsonObject = {}) =>
  subject(TRAIL, { AdvancedEventSelectors: selectors, ...properties }, others);
const classic = (...selectors: readonly Json[]) => subject(TRAIL, { EventSelectors: selectors });

const OBJECTS = data('AWS::S3::Object');
const FUNCTIONS = data('AWS::Lambda::Function');
const leavingOut = (start: Json) =>
  data('AWS::S3::Object', { Field: 'resources.ARN', NotStartsWith: [start] });
const inBucket = (bucket: string): Json => ({ 'Fn::Sub': `\${${bucket}.Arn}/` });
const LOGS = {
  Logs: resource('AWS::S3::Bucket'),
  Other: resource('AWS::S3::Bucket', { LoggingConfiguration: { DestinationBucketName: ref('Logs') } }),
};
const DATA_RESOURCES = [
  { Type: 'AWS::S3::Object', Values: ['arn:aws:s3:::'] },
  { Type: 'AWS::Lambda::Function', Values: [{ 'Fn::Sub': 'arn:${AWS::Partition}:lambda' }] },
];
const BEDROCK = [
  'AgentAlias', 'AsyncInvoke', 'FlowAlias', 'FlowExecution', 'Guardrail', 'InlineAgent', 'KnowledgeBase', 'Model',
  'PromptVersion', 'Session',
].map((name) => data(`AWS::Bedrock::${name}`)); // prettier-ignore

const lock = (retention: Json, change: JsonObject = {}): JsonObject => ({
  ObjectLockEnabled: true,
  ObjectLockConfiguration: { ObjectLockEnabled: 'Enabled', Rule: { DefaultRetention: retention } },
  ...change,
});
const RETENTION = 'Properties.ObjectLockConfiguration.Rule.DefaultRetention';
const kept = (properties: JsonObject) =>
  subject('AWS::S3::Bucket', properties, { Trail: resource(TRAIL, { S3BucketName: ref('Subject') }) });

export const cloudtrailCases = [
  casesOf(logging, {
    'a trail that records is compliant': subject(TRAIL, { IsLogging: true }),
    'a trail that records nothing is a finding': seen(
      subject(TRAIL, { IsLogging: false }),
      'Properties.IsLogging',
    ),
    'no word of it is a finding': subject(TRAIL),
    'recording left to a parameter is unknown': subject(TRAIL, { IsLogging: OPEN }),
  }),
  casesOf(multiRegion, {
    'a trail in every Region is compliant': subject(TRAIL, { IsMultiRegionTrail: true }),
    'a trail of one Region is a finding': seen(subject(TRAIL), 'Properties.IsMultiRegionTrail'),
    'a Region left to a parameter is unknown': subject(TRAIL, { IsMultiRegionTrail: OPEN }),
  }),
  casesOf(globalServices, {
    'nothing said is compliant': subject(TRAIL),
    'a trail without global services is a finding': seen(
      subject(TRAIL, { IncludeGlobalServiceEvents: false }),
      'Properties.IncludeGlobalServiceEvents',
    ),
    'services left to a parameter is unknown': subject(TRAIL, { IncludeGlobalServiceEvents: OPEN }),
  }),
  casesOf(logValidation, {
    'digests is compliant': subject(TRAIL, { EnableLogFileValidation: true }),
    'no word of digests is a finding': seen(subject(TRAIL), 'Properties.EnableLogFileValidation'),
    'digests in one branch is a finding': subject(TRAIL, { EnableLogFileValidation: either(true, false) }),
    'digests left to a parameter is unknown': subject(TRAIL, { EnableLogFileValidation: OPEN }),
  }),
  casesOf(encrypted, {
    'a key of another stack is compliant': beside(subject(TRAIL, { KMSKeyId: FAR_KEY }), FAR_STACK),
    'the ARN of a key is compliant': subject(TRAIL, {
      KMSKeyId: { 'Fn::Sub': 'arn:aws:kms:${AWS::Region}:${AWS::AccountId}:key/0a1b' },
    }),
    'no key is a finding': seen(subject(TRAIL), 'Properties.KMSKeyId'),
    'an empty key is a finding': subject(TRAIL, { KMSKeyId: '' }),
    'a key left to a parameter is unknown': subject(TRAIL, { KMSKeyId: OPEN }),
  }),
  casesOf(cloudwatchDelivery, {
    'group and role is compliant': subject(
      TRAIL,
      { CloudWatchLogsLogGroupArn: arn('Group'), CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/r' },
      { Group: resource('AWS::Logs::LogGroup') },
    ),
    'no delivery is a finding': seen(
      subject(TRAIL),
      'Properties.CloudWatchLogsLogGroupArn',
      'Properties.CloudWatchLogsRoleArn',
    ),
    'a group left to a parameter is unknown': subject(TRAIL, {
      CloudWatchLogsLogGroupArn: OPEN,
      CloudWatchLogsRoleArn: 'arn:aws:iam::111122223333:role/r',
    }),
  }),
  casesOf(managementEvents, {
    'no selector at all is compliant': subject(TRAIL),
    'an advanced selector of all is compliant': advanced([selector('Management'), OBJECTS]),
    'a classic selector of all is compliant': classic({ ReadWriteType: 'All' }),
    'data events only is a finding': seen(advanced([OBJECTS]), ADVANCED),
    'writes only is a finding': advanced([selector('Management', field('readOnly', 'false'))]),
    'all but KMS is a finding': advanced([
      selector('Management', { Field: 'eventSource', NotEquals: ['kms.amazonaws.com'] }),
    ]),
    'classic writes only is a finding': seen(classic({ ReadWriteType: 'WriteOnly' }), CLASSIC),
    'classic without management events is a finding': classic({ IncludeManagementEvents: false }),
    'classic without KMS is a finding': classic({ ExcludeManagementEventSources: ['kms.amazonaws.com'] }),
    'a selector that may not be there is unknown': advanced([
      either(selector('Management'), NOTHING),
      OBJECTS,
    ]),
    'a type left to a parameter is unknown': classic({ ReadWriteType: OPEN }),
  }),
  casesOf(s3DataEvents, {
    'objects and functions is compliant': advanced([OBJECTS, FUNCTIONS]),
    'classic objects and functions is compliant': classic({ DataResources: DATA_RESOURCES }),
    'all but the trail’s bucket and buckets of logs is compliant': advanced(
      [
        data('AWS::S3::Object', {
          Field: 'resources.ARN',
          NotStartsWith: [inBucket('Record'), inBucket('Logs')],
        }),
        FUNCTIONS,
      ],
      { S3BucketName: ref('Record') },
      { Record: resource('AWS::S3::Bucket'), ...LOGS },
    ),
    'all but the trail’s bucket named in text is compliant': advanced(
      [leavingOut('arn:aws:s3:::record/'), FUNCTIONS],
      { S3BucketName: 'record' },
    ),
    'objects only is compliant': advanced([OBJECTS]),
    'no selector at all is a finding': seen(subject(TRAIL), CLASSIC),
    'functions only is a finding': seen(advanced([FUNCTIONS]), ADVANCED),
    'objects of one bucket is a finding': advanced([
      data('AWS::S3::Object', { Field: 'resources.ARN', StartsWith: ['arn:aws:s3:::one/'] }),
      FUNCTIONS,
    ]),
    'objects with some ending is a finding': advanced([
      data('AWS::S3::Object', { Field: 'resources.ARN', EndsWith: ['.txt'] }),
      FUNCTIONS,
    ]),
    'all but a bucket of data is a finding': advanced(
      [leavingOut(inBucket('Data')), FUNCTIONS],
      { S3BucketName: 'record' },
      { Data: resource('AWS::S3::Bucket') },
    ),
    'classic objects of no bucket is a finding': classic({
      DataResources: [{ Type: 'AWS::S3::Object', Values: [] }, DATA_RESOURCES[1] ?? null],
    }),
    'a bucket left to a parameter is unknown': advanced([leavingOut(OPEN), FUNCTIONS]),
  }),
  casesOf(lambdaDataEvents, {
    'functions is compliant': advanced([FUNCTIONS]),
    'objects only is a finding': seen(advanced([OBJECTS]), ADVANCED),
    'a type left to a parameter is unknown': subject(TRAIL, { AdvancedEventSelectors: OPEN }),
  }),
  casesOf(dynamodbDataEvents, {
    'tables is compliant': advanced([data('AWS::DynamoDB::Table')]),
    'classic tables is compliant': classic({
      DataResources: [{ Type: 'AWS::DynamoDB::Table', Values: ['arn:aws:dynamodb'] }],
    }),
    'objects only is a finding': seen(advanced([OBJECTS]), ADVANCED),
    'reads only is a finding': advanced([data('AWS::DynamoDB::Table', field('readOnly', 'true'))]),
    'a type left to a parameter is unknown': subject(TRAIL, { AdvancedEventSelectors: OPEN }),
  }),
  casesOf(bedrockDataEvents, {
    'every type is compliant': advanced(BEDROCK),
    'classic selectors beside a trail that takes every type is compliant': subject(
      TRAIL,
      { EventSelectors: [{ ReadWriteType: 'All' }] },
      { Other: resource(TRAIL, { AdvancedEventSelectors: BEDROCK }) },
    ),
    'a trail beside one that a condition may leave out is a finding': subject(
      TRAIL,
      {},
      { Other: { ...resource(TRAIL, { AdvancedEventSelectors: BEDROCK }), Condition: 'Maybe' } },
    ),
    'no selector at all is a finding': subject(TRAIL),
    'one type missing is a finding': seen(advanced(BEDROCK.slice(1)), ADVANCED),
    'one guardrail only is a finding': seen(
      advanced([
        ...BEDROCK.filter((each) => !JSON.stringify(each).includes('Guardrail')),
        data('AWS::Bedrock::Guardrail', field('resources.ARN', 'arn:aws:bedrock:us-east-1:1:guardrail/g')),
      ]),
      ADVANCED,
    ),
    'selectors left to a parameter is unknown': subject(TRAIL, { AdvancedEventSelectors: [OPEN] }),
  }),
  casesOf(bucketLocked, {
    'a lock of 2192 days is compliant': kept(lock({ Mode: 'GOVERNANCE', Days: 2192 })),
    'a lock of six years is compliant': kept(lock({ Mode: 'COMPLIANCE', Years: 6 })),
    'no lock is a finding': seen(
      kept({}),
      'Properties.ObjectLockEnabled',
      `${RETENTION}.Mode`,
      `${RETENTION}.Days`,
    ),
    'a lock of 2191 days is a finding': seen(
      kept(lock({ Mode: 'GOVERNANCE', Days: 2191 })),
      `${RETENTION}.Days`,
    ),
    'a lock of five years is a finding': seen(
      kept(lock({ Mode: 'GOVERNANCE', Years: 5 })),
      `${RETENTION}.Years`,
    ),
    'a lock without a period is a finding': kept(lock({ Mode: 'GOVERNANCE' })),
    'a lock that is not enabled is a finding': kept(
      lock({ Mode: 'GOVERNANCE', Days: 2192 }, { ObjectLockEnabled: false }),
    ),
    'years in one branch only is a finding': kept(
      lock({ Mode: 'GOVERNANCE', Years: either(6, NOTHING), Days: either(NOTHING, 30) }),
    ),
    'a period left to a parameter is unknown': kept(lock({ Mode: 'GOVERNANCE', Days: OPEN })),
    'a bucket of no trail is not applicable': subject('AWS::S3::Bucket'),
    'a bucket named in text is a finding': subject(
      'AWS::S3::Bucket',
      { BucketName: 'record' },
      { Trail: resource(TRAIL, { S3BucketName: 'record' }) },
    ),
  }),
  ...cloudtrailStoreCases,
];
