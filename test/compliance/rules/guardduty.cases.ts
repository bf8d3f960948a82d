import { detectorEnabled } from '../../../lib/compliance/rules/guardduty/detector-enabled';
import { detectorFeatures } from '../../../lib/compliance/rules/guardduty/detector-features';
import { detectorFrequency } from '../../../lib/compliance/rules/guardduty/detector-frequency';
import { detectorRuntimeMonitoring } from '../../../lib/compliance/rules/guardduty/detector-runtime-monitoring';
import { filterNoArchive } from '../../../lib/compliance/rules/guardduty/filter-no-archive';
import { malwarePlanTags } from '../../../lib/compliance/rules/guardduty/malware-plan-tags';
import { publishingCustomerKey } from '../../../lib/compliance/rules/guardduty/publishing-customer-key';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const DETECTOR = 'AWS::GuardDuty::Detector';
const PLAN = 'AWS::GuardDuty::MalwareProtectionPlan';
const PUBLISHING = 'AWS::GuardDuty::PublishingDestination';
const featuring = (...features: readonly Json[]) => subject(DETECTOR, { Features: [...features] });
const RUNTIME = { Name: 'RUNTIME_MONITORING', Status: 'ENABLED' };

export const guarddutyCases = [
  casesOf(detectorEnabled, {
    'a detector that is on is compliant': subject(DETECTOR, { Enable: true }),
    'a detector that is off is a finding': seen(subject(DETECTOR, { Enable: false }), 'Properties.Enable'),
    'a detector left to a parameter is unknown': subject(DETECTOR, { Enable: OPEN }),
  }),
  casesOf(detectorFeatures, {
    'nothing said is compliant': subject(DETECTOR),
    'features that are on is compliant': featuring({ Name: 'S3_DATA_EVENTS', Status: 'ENABLED' }),
    'a feature that is off is a finding': seen(
      featuring(
        { Name: 'S3_DATA_EVENTS', Status: 'ENABLED' },
        { Name: 'RDS_LOGIN_EVENTS', Status: 'DISABLED' },
      ),
      'Properties.Features.1.Status',
    ),
    'a part of a feature that is off is a finding': seen(
      featuring({
        ...RUNTIME,
        AdditionalConfiguration: [{ Name: 'ECS_FARGATE_AGENT_MANAGEMENT', Status: 'DISABLED' }],
      }),
      'Properties.Features.0.AdditionalConfiguration.0.Status',
    ),
    'a source that is off is a finding': seen(
      subject(DETECTOR, { DataSources: { S3Logs: { Enable: false } } }),
      'Properties.DataSources.S3Logs.Enable',
    ),
    'a feature left to a parameter is unknown': featuring({ Name: 'S3_DATA_EVENTS', Status: OPEN }),
  }),
  casesOf(detectorRuntimeMonitoring, {
    'runtime monitoring is compliant': featuring(RUNTIME),
    'nothing said is a finding': seen(subject(DETECTOR), 'Properties.Features'),
    'runtime monitoring that is off is a finding': featuring({ ...RUNTIME, Status: 'DISABLED' }),
    'runtime monitoring in one branch is a finding': featuring(either(RUNTIME, NOTHING)),
    'a status left to a parameter is unknown': featuring({ ...RUNTIME, Status: OPEN }),
  }),
  casesOf(detectorFrequency, {
    'a quarter of an hour is compliant': subject(DETECTOR, {
      FindingPublishingFrequency: 'FIFTEEN_MINUTES',
    }),
    'nothing said is a finding': seen(subject(DETECTOR), 'Properties.FindingPublishingFrequency'),
    'an hour is a finding': subject(DETECTOR, { FindingPublishingFrequency: 'ONE_HOUR' }),
    'a frequency left to a parameter is unknown': subject(DETECTOR, { FindingPublishingFrequency: OPEN }),
  }),
  casesOf(filterNoArchive, {
    'a filter that hides nothing is compliant': subject('AWS::GuardDuty::Filter', { Action: 'NOOP' }),
    'a filter that archives is a finding': seen(
      subject('AWS::GuardDuty::Filter', { Action: 'ARCHIVE' }),
      'Properties.Action',
    ),
    'an action left to a parameter is unknown': subject('AWS::GuardDuty::Filter', { Action: OPEN }),
  }),
  casesOf(malwarePlanTags, {
    'tags is compliant': subject(PLAN, { Actions: { Tagging: { Status: 'ENABLED' } } }),
    'nothing said is a finding': seen(subject(PLAN), 'Properties.Actions.Tagging.Status'),
    'no tags is a finding': subject(PLAN, { Actions: { Tagging: { Status: 'DISABLED' } } }),
    'tags left to a parameter is unknown': subject(PLAN, { Actions: { Tagging: { Status: OPEN } } }),
  }),
  casesOf(publishingCustomerKey, {
    'a key of your own is compliant': subject(PUBLISHING, {
      DestinationProperties: { KmsKeyArn: 'arn:aws:kms:us-east-1:111122223333:key/0a1b' },
    }),
    'no key is a finding': seen(subject(PUBLISHING), 'Properties.DestinationProperties.KmsKeyArn'),
    'a key left to a parameter is unknown': subject(PUBLISHING, {
      DestinationProperties: { KmsKeyArn: OPEN },
    }),
  }),
];
