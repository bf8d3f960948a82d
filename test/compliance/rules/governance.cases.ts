import { accountDetection } from '../../../lib/compliance/rules/governance/account-detection';
import { approvalsCurrent } from '../../../lib/compliance/rules/governance/approvals-current';
import { businessAssociate } from '../../../lib/compliance/rules/governance/business-associate';
import { customResourceCalls } from '../../../lib/compliance/rules/governance/custom-resource-calls';
import { dataClassTag } from '../../../lib/compliance/rules/governance/data-class-tag';
import { eligibleService } from '../../../lib/compliance/rules/governance/eligible-service';
import { region } from '../../../lib/compliance/rules/governance/region';
import { serviceInOperation } from '../../../lib/compliance/rules/governance/service-in-operation';
import { APPROVALS_KEY } from '../../../lib/contract/approvals';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  AS_OF,
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
} from '../../support/judge-template';
import { governanceClassCases } from './governance-classes.cases';
import { governanceRegionCases } from './governance-region.cases';

const TRAIL = 'AWS::CloudTrail::Trail';
const CALL = 'Custom::AWS';
const TABLE = 'AWS::DynamoDB::Table';
const GLOBAL = 'AWS::DynamoDB::GlobalTable';
const PLAN = 'AWS::Backup::BackupPlan';
const WATCHED = {
  Detector: resource('AWS::GuardDuty::Detector'),
  Recorder: resource('AWS::Config::ConfigurationRecorder'),
  Analyzer: resource('AWS::AccessAnalyzer::Analyzer'),
};

const trail = (properties: JsonObject, others: JsonObject = {}) => subject(TRAIL, properties, others);
const call = (action: string, name = 'Create') =>
  subject(CALL, { [name]: JSON.stringify({ service: 'Any', action }) });
const tagged = (tags: Json, type = TABLE) => subject(type, { Tags: tags });
const APPROVED = { construct: 'App/Models', by: 'model board', on: '2026-01-15', record: 'MB-12' };
const MODEL = {
  ...APPROVED,
  kind: 'model',
  modelId: 'amazon.nova-lite-v1:0',
  regions: ['us-east-1'],
  destinationRegions: [],
  dataClasses: ['PHI'],
  retentionNeed: 'none',
  baaEntry: 'aws-organization-baa',
  reviewBy: '2027-01-15',
};
const ASSOCIATE = {
  kind: 'business-associate',
  construct: 'App/Egress',
  name: 'Invented Labs',
  domains: ['api.example.com'],
  baaRecord: 'BAA-7',
  reviewBy: '2027-01-15',
};
const EXCEPTION = {
  ...APPROVED,
  kind: 'exception',
  calls: 'agents',
  actions: ['bedrock:InvokeAgent'],
  principals: ['arn:aws:iam::*:role/CareAgent'],
};
/** Beside the resources, as constructs write it. */
const recorded = (records: Json) => ({
  day: AS_OF,
  stacks: [
    body(
      { Subject: resource('AWS::IAM::ManagedPolicy'), Later: resource('AWS::IAM::ManagedPolicy') },
      { Metadata: { [APPROVALS_KEY]: records } },
    ),
  ] as const,
});
/** On the resource. */
const recordedOn = (records: Json) => ({
  day: AS_OF,
  stacks: [
    body({ Subject: resource('AWS::IAM::ManagedPolicy', {}, { Metadata: { [APPROVALS_KEY]: records } }) }),
  ] as const,
});
const CLASS = { Key: 'DataClass', Value: 'PHI' };
const replicas = (...regions: readonly Json[]) =>
  subject(GLOBAL, { Replicas: regions.map((each) => ({ Region: each })) });
const copied = (vault: Json) =>
  subject(
    PLAN,
    { BackupPlan: { BackupPlanRule: [{ CopyActions: [{ DestinationBackupVaultArn: vault }] }] } },
    { Vault: resource('AWS::Backup::BackupVault') },
  );

export const governanceCases = [
  ...governanceClassCases,
  ...governanceRegionCases,
  casesOf(accountDetection, {
    'a trail with its watchers is compliant': trail({ IsMultiRegionTrail: true }, WATCHED),
    'watchers in another stack is compliant': beside(trail({ IsOrganizationTrail: true }), body(WATCHED)),
    'nobody who watches is a finding': seen(trail({ IsMultiRegionTrail: true }), '', '', ''),
    'one watcher missing is a finding': seen(
      trail({ IsMultiRegionTrail: true }, { ...WATCHED, Recorder: resource('AWS::S3::Bucket') }),
      '',
    ),
    'a watcher under a condition is a finding': trail(
      { IsMultiRegionTrail: true },
      { ...WATCHED, Detector: resource('AWS::GuardDuty::Detector', {}, { Condition: 'Maybe' }) },
    ),
    'a reach left to a parameter, unwatched, is a finding': trail({ IsMultiRegionTrail: OPEN }),
    'a trail of one Region is not applicable': trail({ IsMultiRegionTrail: false }),
  }),
  casesOf(approvalsCurrent, {
    'a model whose review is due today is compliant': recorded([{ ...MODEL, reviewBy: '2026-11-27' }]),
    'a model whose review was due yesterday is a finding': seen(
      recorded([MODEL, { ...MODEL, reviewBy: '2026-11-26' }]),
      `Metadata.${APPROVALS_KEY}.1.reviewBy`,
    ),
    'a business associate whose review is due today is compliant': recorded([
      { ...ASSOCIATE, reviewBy: '2026-11-27' },
    ]),
    'a business associate whose review was due yesterday is a finding': seen(
      recorded([{ ...ASSOCIATE, reviewBy: '2026-11-26' }]),
      `Metadata.${APPROVALS_KEY}.0.reviewBy`,
    ),
    'an exception, which has no review of its own, is compliant': recorded([EXCEPTION]),
    'approvals on a resource is compliant': recordedOn([MODEL, ASSOCIATE]),
    'a late approval on a resource is a finding': recordedOn([{ ...MODEL, reviewBy: '2020-01-01' }]),
    'a late approval in one branch of a condition is a finding': recordedOn([
      either(MODEL, { ...MODEL, reviewBy: '2020-01-01' }),
    ]),
    'a review, and nobody says what day it is, is unknown': { stacks: recorded([MODEL]).stacks },
    'a record of no known kind is unknown': recorded([{ kind: 'other' }]),
    'a record without the day of its review is unknown': recorded([{ ...MODEL, reviewBy: 'some day' }]),
    'a record without a member is unknown': recorded([{ ...ASSOCIATE, baaRecord: NOTHING }]),
    'records that are text is unknown': recorded('none'),
    'records that a parameter chooses is unknown': recorded(OPEN),
  }),
  casesOf(businessAssociate, {
    'a service of AWS is compliant': subject('AWS::S3::Bucket'),
    'a model on Bedrock is compliant': subject('AWS::Bedrock::Agent'),
    'a platform that another company runs is a finding': seen(
      subject('AWS::AWSExternalAnthropic::Workspace'),
      'Type',
    ),
    'a type of another company is a finding': subject('MongoDB::Atlas::Cluster'),
  }),
  casesOf(customResourceCalls, {
    'a call that reads is compliant': call('getParameter'),
    'a call that a rule judges is compliant': call('PutModelInvocationLoggingConfiguration'),
    'no calls is compliant': subject(CALL, { Delete: '{"action":"deleteThing"}' }),
    'a call that makes something is a finding': seen(call('createBucket'), 'Properties.Create'),
    'an update that changes something is a finding': seen(
      call('putBucketPolicy', 'Update'),
      'Properties.Update',
    ),
    'a call that makes something in one branch is a finding': subject(CALL, {
      Create: either('{"action":"getThing"}', '{"action":"createThing"}'),
    }),
    'a call that is no JSON is unknown': subject(CALL, { Create: '{' }),
    'a call left to a parameter is unknown': subject(CALL, { Create: OPEN }),
  }),
  casesOf(dataClassTag, {
    'a tag in a list is compliant': tagged([{ Key: 'Owner', Value: 'x' }, CLASS]),
    'a tag in an object is compliant': tagged(
      { 'hipaa-ai:data-class': 'PHI' },
      'AWS::Bedrock::KnowledgeBase',
    ),
    'no tags is a finding': seen(subject(TABLE), 'Properties.Tags'),
    'other tags is a finding': tagged([{ Key: 'Owner', Value: 'x' }]),
    'other tags in an object is a finding': tagged({ Owner: 'x' }, 'AWS::HealthImaging::Datastore'),
    'a tag in one branch is a finding': tagged([either(CLASS, NOTHING)]),
    'files without tags is a finding': seen(subject('AWS::EFS::FileSystem'), 'Properties.FileSystemTags'),
    'a graph without tags is a finding': seen(subject('AWS::Neptune::DBCluster'), 'Properties.Tags'),
    'replicas without tags is a finding': seen(
      subject(GLOBAL, { Replicas: [{ Region: 'us-east-1' }] }),
      'Properties.Replicas.0.Tags',
    ),
    'a vault without tags is a finding': seen(
      subject('AWS::Backup::BackupVault'),
      'Properties.BackupVaultTags',
    ),
    'a key left to a parameter is unknown': tagged([{ Key: OPEN, Value: 'PHI' }]),
    'tags left to a parameter is unknown': tagged(OPEN),
  }),
  casesOf(eligibleService, {
    'a service on the list is compliant': subject('AWS::S3::Bucket'),
    'a service of AI on the list is compliant': subject('AWS::HealthLake::FHIRDatastore'),
    'a control plane is compliant': subject('AWS::IAM::Role'),
    'a service not on the list is a finding': seen(subject('AWS::Lightsail::Instance'), 'Type'),
    'what the list leaves out of a service is a finding': subject('AWS::DirectoryService::SimpleAD'),
    'a service said to be listed since is unknown': seen(subject('AWS::BedrockAgentCore::Runtime'), 'Type'),
  }),
  casesOf(region, {
    'replicas in allowed Regions is compliant': replicas('us-east-1', 'us-west-2'),
    'a replica in the Region of the stack is compliant': replicas(ref('AWS::Region')),
    'a copy into a vault of the same stack is compliant': copied(arn('Vault')),
    'a copy into an allowed Region is compliant': copied(
      'arn:aws:backup:us-west-2:111122223333:backup-vault:v',
    ),
    'a replica elsewhere is a finding': seen(
      replicas('us-east-1', 'eu-west-1'),
      'Properties.Replicas.1.Region',
    ),
    'a copy elsewhere is a finding': seen(
      copied('arn:aws:backup:ap-south-1:111122223333:backup-vault:v'),
      'Properties.BackupPlan.BackupPlanRule.0.CopyActions.0.DestinationBackupVaultArn',
    ),
    'a stack set elsewhere is a finding': seen(
      subject('AWS::CloudFormation::StackSet', {
        StackInstancesGroup: [{ Regions: ['us-east-1', 'eu-west-1'] }],
      }),
      'Properties.StackInstancesGroup.0.Regions.1',
    ),
    'a replica left to a parameter is unknown': replicas(OPEN),
  }),
  casesOf(serviceInOperation, {
    'a service in operation is compliant': subject('AWS::S3::Bucket'),
    'a service that ended is a finding': seen(subject('AWS::AppMesh::VirtualNode'), 'Type'),
    'another service that ended is a finding': subject('AWS::QLDB::Ledger'),
    'a type closed to new customers is unknown': seen(subject('AWS::CloudTrail::EventDataStore'), 'Type'),
    'a service closed to new customers is unknown': subject('AWS::AuditManager::Assessment'),
  }),
];
