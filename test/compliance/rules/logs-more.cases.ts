import { groupMasksIdentifiers } from '../../../lib/compliance/rules/logs/group-masks-identifiers';
import { anomalyDetectorCustomerKey } from '../../../lib/compliance/rules/logs/anomaly-detector-customer-key';
import { deliveryDestinationPolicyNotPublic } from '../../../lib/compliance/rules/logs/delivery-destination-policy-not-public';
import { destinationPolicyNotPublic } from '../../../lib/compliance/rules/logs/destination-policy-not-public';
import { groupNoBearerTokens } from '../../../lib/compliance/rules/logs/group-no-bearer-tokens';
import { groupNotDeletable } from '../../../lib/compliance/rules/logs/group-not-deletable';
import { groupOneYear } from '../../../lib/compliance/rules/logs/group-one-year';
import { groupPolicyNotPublic } from '../../../lib/compliance/rules/logs/group-policy-not-public';
import { groupRetentionSet } from '../../../lib/compliance/rules/logs/group-retention-set';
import { metricFilterAlarmed } from '../../../lib/compliance/rules/logs/metric-filter-alarmed';
import { resourcePolicyNotPublic } from '../../../lib/compliance/rules/logs/resource-policy-not-public';
import { subscriptionKnownAccount } from '../../../lib/compliance/rules/logs/subscription-known-account';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { arn, casesOf, either, NOTHING, OPEN, resource, seen, subject } from '../../support/judge-template';

const GROUP = 'AWS::Logs::LogGroup';
const READER = { AWS: 'arn:aws:iam::111122223333:role/reader' };
const statement = (principal: Json): JsonObject => ({
  Statement: [{ Effect: 'Allow', Principal: principal, Action: 'logs:PutLogEvents', Resource: '*' }],
});
const asText = (document: JsonObject) => JSON.stringify(document);
const sentTo = (destination: Json, others: JsonObject = {}) =>
  subject('AWS::Logs::SubscriptionFilter', { DestinationArn: destination }, others);
const counting = (metric: Json, alarm: JsonObject = {}) =>
  subject(
    'AWS::Logs::MetricFilter',
    { MetricTransformations: [{ MetricName: metric, MetricNamespace: 'Security', MetricValue: '1' }] },
    { Alarm: resource('AWS::CloudWatch::Alarm', alarm) },
  );

const AUDIT = { Operation: { Audit: { FindingsDestination: {} } } };
const phiLog = (policy: Json) =>
  subject('AWS::Logs::LogGroup', {
    DataProtectionPolicy: policy,
    Tags: [{ Key: 'hipaa-ai:data-class', Value: 'PHI' }],
  });

export const logsMoreCases = [
  casesOf(groupOneYear, {
    'for ever is compliant': subject(GROUP),
    'a year is compliant': subject(GROUP, { RetentionInDays: 365 }),
    'a day less than a year is a finding': seen(
      subject(GROUP, { RetentionInDays: 364 }),
      'Properties.RetentionInDays',
    ),
    'a period left to a parameter is unknown': subject(GROUP, { RetentionInDays: OPEN }),
  }),
  casesOf(groupRetentionSet, {
    'a week is compliant': subject(GROUP, { RetentionInDays: 7 }),
    'nothing said is a finding': seen(subject(GROUP), 'Properties.RetentionInDays'),
    'a period that there is not is a finding': subject(GROUP, { RetentionInDays: 8 }),
    'a period left to a parameter is unknown': subject(GROUP, { RetentionInDays: OPEN }),
  }),
  casesOf(groupNoBearerTokens, {
    'nothing said is compliant': subject(GROUP),
    'bearer tokens is a finding': seen(
      subject(GROUP, { BearerTokenAuthenticationEnabled: true }),
      'Properties.BearerTokenAuthenticationEnabled',
    ),
    'tokens left to a parameter is unknown': subject(GROUP, { BearerTokenAuthenticationEnabled: OPEN }),
  }),
  casesOf(groupNotDeletable, {
    'nothing said is compliant': subject(GROUP),
    'protection is compliant': subject(GROUP, { DeletionProtectionEnabled: true }),
    'protection turned off is a finding': seen(
      subject(GROUP, { DeletionProtectionEnabled: false }),
      'Properties.DeletionProtectionEnabled',
    ),
    'protection left to a parameter is unknown': subject(GROUP, { DeletionProtectionEnabled: OPEN }),
  }),
  casesOf(groupPolicyNotPublic, {
    'no policy is compliant': subject(GROUP),
    'a named principal is compliant': subject(GROUP, { ResourcePolicyDocument: statement(READER) }),
    'everybody is a finding': seen(
      subject(GROUP, { ResourcePolicyDocument: statement('*') }),
      'Properties.ResourcePolicyDocument.Statement.0',
    ),
    'a policy left to a parameter is unknown': subject(GROUP, { ResourcePolicyDocument: OPEN }),
  }),
  casesOf(resourcePolicyNotPublic, {
    'a service is compliant': subject('AWS::Logs::ResourcePolicy', {
      PolicyDocument: asText(statement({ Service: 'es.amazonaws.com' })),
    }),
    'everybody is a finding': seen(
      subject('AWS::Logs::ResourcePolicy', { PolicyDocument: asText(statement('*')) }),
      'Properties.PolicyDocument.Statement.0',
    ),
    'a policy left to a parameter is unknown': subject('AWS::Logs::ResourcePolicy', { PolicyDocument: OPEN }),
  }),
  casesOf(destinationPolicyNotPublic, {
    'a named principal is compliant': subject('AWS::Logs::Destination', {
      DestinationPolicy: asText(statement(READER)),
    }),
    'everybody is a finding': subject('AWS::Logs::Destination', {
      DestinationPolicy: asText(statement('*')),
    }),
    'a policy left to a parameter is unknown': subject('AWS::Logs::Destination', { DestinationPolicy: OPEN }),
  }),
  casesOf(deliveryDestinationPolicyNotPublic, {
    'a named principal is compliant': subject('AWS::Logs::DeliveryDestination', {
      DeliveryDestinationPolicy: { DeliveryDestinationPolicy: statement(READER) },
    }),
    'everybody is a finding': seen(
      subject('AWS::Logs::DeliveryDestination', {
        DeliveryDestinationPolicy: { DeliveryDestinationPolicy: statement('*') },
      }),
      'Properties.DeliveryDestinationPolicy.DeliveryDestinationPolicy.Statement.0',
    ),
    'a policy left to a parameter is unknown': subject('AWS::Logs::DeliveryDestination', {
      DeliveryDestinationPolicy: OPEN,
    }),
  }),
  casesOf(subscriptionKnownAccount, {
    'a stream of the stack is compliant': sentTo(arn('Stream'), { Stream: resource('AWS::Kinesis::Stream') }),
    'a destination of the account is compliant': sentTo({
      'Fn::Sub': 'arn:aws:logs:us-east-1:${AWS::AccountId}:destination:central',
    }),
    'a destination of another account is a finding': seen(
      sentTo('arn:aws:logs:us-east-1:111122223333:destination:central'),
      'Properties.DestinationArn',
    ),
    'a destination left to a parameter is unknown': sentTo(OPEN),
  }),
  casesOf(metricFilterAlarmed, {
    'a metric with an alarm is compliant': counting('RootUse', { MetricName: 'RootUse' }),
    'a metric in the formula of an alarm is compliant': counting('RootUse', {
      Metrics: [{ MetricStat: { Metric: { MetricName: 'RootUse' } } }],
    }),
    'a metric without an alarm is a finding': seen(
      counting('RootUse', { MetricName: 'Errors' }),
      'Properties.MetricTransformations.0',
    ),
    'a metric left to a parameter is unknown': counting(OPEN),
  }),
  casesOf(anomalyDetectorCustomerKey, {
    'a key of your own is compliant': subject('AWS::Logs::LogAnomalyDetector', { KmsKeyId: 'alias/logs' }),
    'no key is a finding': seen(subject('AWS::Logs::LogAnomalyDetector'), 'Properties.KmsKeyId'),
    'a key left to a parameter is unknown': subject('AWS::Logs::LogAnomalyDetector', { KmsKeyId: OPEN }),
  }),
  casesOf(groupMasksIdentifiers, {
    'identifiers masked is compliant': phiLog({
      Statement: [AUDIT, { Operation: { Deidentify: { MaskConfig: {} } } }],
    }),
    'no policy is a finding': seen(phiLog(NOTHING), 'Properties.DataProtectionPolicy'),
    'identifiers counted only is a finding': phiLog({ Statement: [AUDIT] }),
    'identifiers masked in one branch is a finding': phiLog(
      either({ Statement: [{ Operation: { Deidentify: { MaskConfig: {} } } }] }, NOTHING),
    ),
    'a policy left to a parameter is unknown': phiLog(OPEN),
    'a log without PHI is not applicable': subject('AWS::Logs::LogGroup', {
      Tags: [{ Key: 'hipaa-ai:data-class', Value: 'LOG' }],
    }),
    'a log that does not say is not applicable': subject('AWS::Logs::LogGroup'),
  }),
];
