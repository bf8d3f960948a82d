import { aggregatorAllRegions } from '../../../lib/compliance/rules/config/aggregator-all-regions';
import { deliveryBucketUnlocked } from '../../../lib/compliance/rules/config/delivery-bucket-unlocked';
import { deliveryCustomerKey } from '../../../lib/compliance/rules/config/delivery-customer-key';
import { recorderAllResources } from '../../../lib/compliance/rules/config/recorder-all-resources';
import { recorderContinuous } from '../../../lib/compliance/rules/config/recorder-continuous';
import { recorderServiceRole } from '../../../lib/compliance/rules/config/recorder-service-role';
import { ruleNoDebugLog } from '../../../lib/compliance/rules/config/rule-no-debug-log';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, OPEN, ref, resource, seen, subject } from '../../support/judge-template';

const RECORDER = 'AWS::Config::ConfigurationRecorder';
const CHANNEL = 'AWS::Config::DeliveryChannel';
const AGGREGATOR = 'AWS::Config::ConfigurationAggregator';
const recording = (group: Json) => subject(RECORDER, { RecordingGroup: group });
const into = (bucket: JsonObject) =>
  subject(CHANNEL, { S3BucketName: ref('History') }, { History: resource('AWS::S3::Bucket', bucket) });
const debugging = (value: Json) =>
  subject('AWS::Config::ConfigRule', {
    Source: { CustomPolicyDetails: { EnableDebugLogDelivery: value } },
  });

export const configCases = [
  casesOf(recorderAllResources, {
    'all types is compliant': recording({ AllSupported: true, IncludeGlobalResourceTypes: true }),
    'all types by strategy is compliant': recording({
      RecordingStrategy: { UseOnly: 'ALL_SUPPORTED_RESOURCE_TYPES' },
      IncludeGlobalResourceTypes: true,
    }),
    'some types is a finding': seen(
      recording({ AllSupported: false, IncludeGlobalResourceTypes: true }),
      'Properties.RecordingGroup',
    ),
    'no global types is a finding': seen(
      recording({ AllSupported: true }),
      'Properties.RecordingGroup.IncludeGlobalResourceTypes',
    ),
    'nothing said is a finding': subject(RECORDER),
    'types left to a parameter is unknown': recording({
      AllSupported: OPEN,
      IncludeGlobalResourceTypes: true,
    }),
  }),
  casesOf(recorderContinuous, {
    'nothing said is compliant': subject(RECORDER),
    'once a day is a finding': seen(
      subject(RECORDER, { RecordingMode: { RecordingFrequency: 'DAILY' } }),
      'Properties.RecordingMode.RecordingFrequency',
    ),
    'once a day for some types is a finding': seen(
      subject(RECORDER, {
        RecordingMode: {
          RecordingFrequency: 'CONTINUOUS',
          RecordingModeOverrides: [{ RecordingFrequency: 'DAILY', ResourceTypes: ['AWS::S3::Bucket'] }],
        },
      }),
      'Properties.RecordingMode.RecordingModeOverrides.0.RecordingFrequency',
    ),
    'a frequency left to a parameter is unknown': subject(RECORDER, {
      RecordingMode: { RecordingFrequency: OPEN },
    }),
  }),
  casesOf(recorderServiceRole, {
    'the linked role is compliant': subject(RECORDER, {
      RoleARN: {
        'Fn::Sub':
          'arn:aws:iam::${AWS::AccountId}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig',
      },
    }),
    'a linked role of the stack is compliant': subject(
      RECORDER,
      { RoleARN: ref('Linked') },
      { Linked: resource('AWS::IAM::ServiceLinkedRole') },
    ),
    'a role of your own is a finding': seen(
      subject(RECORDER, { RoleARN: arn('Own') }, { Own: resource('AWS::IAM::Role') }),
      'Properties.RoleARN',
    ),
    'a role left to a parameter is unknown': subject(RECORDER, { RoleARN: OPEN }),
  }),
  casesOf(deliveryCustomerKey, {
    'a key of your own is compliant': subject(CHANNEL, { S3KmsKeyArn: 'alias/history' }),
    'no key is a finding': seen(subject(CHANNEL), 'Properties.S3KmsKeyArn'),
    'a key left to a parameter is unknown': subject(CHANNEL, { S3KmsKeyArn: OPEN }),
  }),
  casesOf(deliveryBucketUnlocked, {
    'a bucket without a lock is compliant': into({}),
    'a bucket elsewhere is compliant': subject(CHANNEL, { S3BucketName: 'history' }),
    'a bucket with a default retention is a finding': seen(
      into({ ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 30 } } } }),
      'Properties.S3BucketName',
    ),
  }),
  casesOf(ruleNoDebugLog, {
    'nothing said is compliant': subject('AWS::Config::ConfigRule'),
    'a debug log is a finding': seen(
      debugging(true),
      'Properties.Source.CustomPolicyDetails.EnableDebugLogDelivery',
    ),
    'a log left to a parameter is unknown': debugging(OPEN),
  }),
  casesOf(aggregatorAllRegions, {
    'every Region is compliant': subject(AGGREGATOR, {
      OrganizationAggregationSource: { AllAwsRegions: true },
    }),
    'one Region is a finding': seen(
      subject(AGGREGATOR, { AccountAggregationSources: [{ AwsRegions: ['us-east-1'] }] }),
      'Properties.AccountAggregationSources.0.AllAwsRegions',
    ),
    'one Region of the organisation is a finding': subject(AGGREGATOR, {
      OrganizationAggregationSource: { AllAwsRegions: false },
    }),
    'Regions left to a parameter is unknown': subject(AGGREGATOR, {
      OrganizationAggregationSource: { AllAwsRegions: OPEN },
    }),
  }),
];
