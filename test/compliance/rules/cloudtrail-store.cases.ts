import { eventDataStoreDataEvents } from '../../../lib/compliance/rules/cloudtrail/event-data-store-data-events';
import { organizationWide } from '../../../lib/compliance/rules/cloudtrail/organization-wide';
import { eventDataStoreCustomerKey } from '../../../lib/compliance/rules/cloudtrail/event-data-store-customer-key';
import { eventDataStoreProtected } from '../../../lib/compliance/rules/cloudtrail/event-data-store-protected';
import { eventDataStoreRecording } from '../../../lib/compliance/rules/cloudtrail/event-data-store-recording';
import { eventDataStoreRetained } from '../../../lib/compliance/rules/cloudtrail/event-data-store-retained';
import { eventDataStoreRetention } from '../../../lib/compliance/rules/cloudtrail/event-data-store-retention';
import { kmsEvents } from '../../../lib/compliance/rules/cloudtrail/kms-events';
import { insights } from '../../../lib/compliance/rules/cloudtrail/insights';
import { resourcePolicyNotPublic } from '../../../lib/compliance/rules/cloudtrail/resource-policy-not-public';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, resource, seen, stack, subject } from '../../support/judge-template';

const STORE = 'AWS::CloudTrail::EventDataStore';
const TRAIL = 'AWS::CloudTrail::Trail';
const looking = (...types: readonly Json[]) =>
  subject(TRAIL, { InsightSelectors: types.map((type) => ({ InsightType: type })) });
const storing = (...selectors: readonly (readonly [category: string, type?: Json])[]) =>
  subject(STORE, {
    AdvancedEventSelectors: selectors.map(([category, type]) => ({
      FieldSelectors: [
        { Field: 'eventCategory', Equals: [category] },
        ...(type === undefined ? [] : [{ Field: 'resources.type', Equals: [type] }]),
      ],
    })),
  });
const policied = (principal: Json) =>
  subject('AWS::CloudTrail::ResourcePolicy', {
    ResourcePolicy: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'cloudtrail-data:PutAuditEvents' }],
    },
  });

const KMS = 'kms.amazonaws.com';
const RDS_DATA = 'rdsdata.amazonaws.com';
const CLASSIC = 'Properties.EventSelectors.0';
const ADVANCED = 'Properties.AdvancedEventSelectors.0';
const without = (...sources: readonly Json[]) =>
  subject(TRAIL, { EventSelectors: [{ ExcludeManagementEventSources: sources }] });
const managing = (type: string, ...fields: readonly JsonObject[]) =>
  subject(type, {
    AdvancedEventSelectors: [
      { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }, ...fields] },
    ],
  });

export const cloudtrailStoreCases = [
  casesOf(kmsEvents, {
    'a trail without selectors is compliant': subject(TRAIL),
    'a store without selectors is compliant': subject(STORE),
    'a classic selector of all is compliant': subject(TRAIL, { EventSelectors: [{ ReadWriteType: 'All' }] }),
    'a classic selector without the RDS data API is compliant': without(RDS_DATA),
    'an empty list of exclusions is compliant': without(),
    'all management events of a store is compliant': managing(STORE),
    'a store without another source is compliant': managing(STORE, {
      Field: 'eventSource',
      NotEquals: [RDS_DATA],
    }),
    'a store for KMS alone is compliant': managing(STORE, { Field: 'eventSource', Equals: [KMS] }),
    'a second selector that takes all is compliant': subject(TRAIL, {
      EventSelectors: [{ ExcludeManagementEventSources: [KMS] }, { ReadWriteType: 'All' }],
    }),
    'a classic selector without KMS is a finding': seen(without(KMS), CLASSIC),
    'a classic selector without KMS and others is a finding': seen(without(RDS_DATA, KMS), CLASSIC),
    'a classic selector of writes is a finding': seen(
      subject(TRAIL, { EventSelectors: [{ ReadWriteType: 'WriteOnly' }] }),
      CLASSIC,
    ),
    'an advanced selector without KMS is a finding': seen(
      managing(TRAIL, { Field: 'eventSource', NotEquals: [KMS] }),
      ADVANCED,
    ),
    'an advanced selector of another source is a finding': seen(
      managing(TRAIL, { Field: 'eventSource', Equals: [RDS_DATA] }),
      ADVANCED,
    ),
    'an advanced selector by the start of a source is a finding': seen(
      managing(TRAIL, { Field: 'eventSource', NotStartsWith: ['kms'] }),
      ADVANCED,
    ),
    'a store without KMS is a finding': seen(
      managing(STORE, { Field: 'eventSource', NotEquals: [KMS] }),
      ADVANCED,
    ),
    'a store of writes is a finding': seen(
      managing(STORE, { Field: 'readOnly', Equals: ['false'] }),
      ADVANCED,
    ),
    'a store that passes over somebody is a finding': seen(
      managing(STORE, { Field: 'userIdentity.arn', NotStartsWith: ['arn:aws:iam::111122223333:role/batch'] }),
      ADVANCED,
    ),
    'an exclusion left to a parameter is unknown': seen(without(OPEN), CLASSIC),
    'an exclusion in one branch is unknown': without(either(KMS, NOTHING)),
    'a source left to a parameter is unknown': managing(STORE, { Field: 'eventSource', NotEquals: [OPEN] }),
    'data events only is not applicable': storing(['Data', 'AWS::S3::Object']),
    'configuration items is not applicable': storing(['ConfigurationItem']),
  }),
  casesOf(insights, {
    'both kinds is compliant': looking('ApiCallRateInsight', 'ApiErrorRateInsight'),
    'none is a finding': seen(subject(TRAIL), 'Properties.InsightSelectors', 'Properties.InsightSelectors'),
    'a store without any is a finding': subject(STORE),
    'calls only is a finding': seen(looking('ApiCallRateInsight'), 'Properties.InsightSelectors'),
    'a kind left to a parameter is unknown': looking('ApiCallRateInsight', OPEN),
  }),
  casesOf(eventDataStoreRecording, {
    'nothing said is compliant': subject(STORE),
    'a store that is stopped is a finding': seen(
      subject(STORE, { IngestionEnabled: false }),
      'Properties.IngestionEnabled',
    ),
    'a store of one Region is a finding': seen(
      subject(STORE, { MultiRegionEnabled: false }),
      'Properties.MultiRegionEnabled',
    ),
    'a Region left to a parameter is unknown': subject(STORE, { MultiRegionEnabled: OPEN }),
  }),
  casesOf(eventDataStoreProtected, {
    'nothing said is compliant': subject(STORE),
    'no protection is a finding': seen(
      subject(STORE, { TerminationProtectionEnabled: false }),
      'Properties.TerminationProtectionEnabled',
    ),
    'protection left to a parameter is unknown': subject(STORE, { TerminationProtectionEnabled: OPEN }),
  }),
  casesOf(eventDataStoreCustomerKey, {
    'a key of your own is compliant': subject(STORE, { KmsKeyId: 'alias/record' }),
    'no key is a finding': seen(subject(STORE), 'Properties.KmsKeyId'),
    'a key left to a parameter is unknown': subject(STORE, { KmsKeyId: OPEN }),
  }),
  casesOf(eventDataStoreRetention, {
    'six years is compliant': subject(STORE, { RetentionPeriod: 2192 }),
    'a day less than six years is a finding': seen(
      subject(STORE, { RetentionPeriod: 2191 }),
      'Properties.RetentionPeriod',
    ),
    'nothing said is a finding': subject(STORE),
    'a period left to a parameter is unknown': subject(STORE, { RetentionPeriod: OPEN }),
  }),
  casesOf(eventDataStoreRetained, {
    'a retained store is compliant': stack({
      Subject: resource(STORE, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'a store that goes with its stack is a finding': seen(
      subject(STORE),
      'DeletionPolicy',
      'UpdateReplacePolicy',
    ),
    'a policy left to a parameter is unknown': stack({
      Subject: resource(STORE, {}, { DeletionPolicy: OPEN, UpdateReplacePolicy: 'Retain' }),
    }),
  }),
  casesOf(resourcePolicyNotPublic, {
    'a named principal is compliant': policied({ AWS: 'arn:aws:iam::111122223333:role/partner' }),
    'everybody is a finding': seen(policied('*'), 'Properties.ResourcePolicy.Statement.0'),
    'a principal left to a parameter is unknown': policied({ AWS: OPEN }),
  }),
  casesOf(eventDataStoreDataEvents, {
    'all events of objects is compliant': storing(['Data', 'AWS::S3::Object']),
    'configuration items is not applicable': storing(['ConfigurationItem']),
    'nothing said is a finding': seen(subject(STORE), 'Properties.EventSelectors'),
    'management events only is a finding': seen(storing(['Management']), 'Properties.AdvancedEventSelectors'),
    'events of functions only is a finding': storing(['Management'], ['Data', 'AWS::Lambda::Function']),
    'a type left to a parameter is unknown': storing(['Data', OPEN]),
  }),
  casesOf(organizationWide, {
    'a trail of the organization is compliant': subject(TRAIL, { IsOrganizationTrail: true }),
    'a store of the organization is compliant': subject(STORE, { OrganizationEnabled: true }),
    'a trail of one account is a finding': seen(subject(TRAIL), 'Properties.IsOrganizationTrail'),
    'a store of one account is a finding': seen(
      subject(STORE, { OrganizationEnabled: false }),
      'Properties.OrganizationEnabled',
    ),
    'a trail left to a parameter is unknown': subject(TRAIL, { IsOrganizationTrail: OPEN }),
  }),
];
