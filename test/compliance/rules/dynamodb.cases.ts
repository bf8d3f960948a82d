import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { autoscaling } from '../../../lib/compliance/rules/dynamodb/autoscaling';
import { billingMode } from '../../../lib/compliance/rules/dynamodb/billing-mode';
import { customerKey } from '../../../lib/compliance/rules/dynamodb/customer-key';
import { deletionProtection } from '../../../lib/compliance/rules/dynamodb/deletion-protection';
import { inBackupPlan } from '../../../lib/compliance/rules/dynamodb/in-backup-plan';
import { keyInAccount } from '../../../lib/compliance/rules/dynamodb/key-in-account';
import { pointInTimeRecovery } from '../../../lib/compliance/rules/dynamodb/point-in-time-recovery';
import { resourcePolicyNotPublic } from '../../../lib/compliance/rules/dynamodb/resource-policy-not-public';
import { arn, casesOf, either, NOTHING, OPEN, resource, seen, subject } from '../../support/judge-template';
import { propertyCases } from '../../support/property-cases';

const TABLE = 'AWS::DynamoDB::Table';
const GLOBAL = 'AWS::DynamoDB::GlobalTable';
const replicas = (...settings: readonly JsonObject[]) => subject(GLOBAL, { Replicas: settings });
const target = (
  units: string,
  table: Json = { 'Fn::Sub': 'table/${Subject}' },
  attributes: JsonObject = {},
) =>
  resource(
    'AWS::ApplicationAutoScaling::ScalableTarget',
    { ResourceId: table, ScalableDimension: `dynamodb:table:${units}CapacityUnits` },
    attributes,
  );
const scaled = { Reads: target('Read'), Writes: target('Write') };
const policy = (principal: Json, more: JsonObject = {}): JsonObject => ({
  PolicyDocument: {
    Statement: [
      { Effect: 'Allow', Principal: principal, Action: 'dynamodb:GetItem', Resource: '*', ...more },
    ],
  },
});
const selecting = (selection: JsonObject) => ({
  Selection: resource('AWS::Backup::BackupSelection', { BackupSelection: selection }),
});
const recovering = (recovery: JsonObject) => ({
  PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, ...recovery },
});
const TAGGED = { Tags: [{ Key: 'backup', Value: 'daily' }] };
const BY_TAG = {
  ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
};
const unless = (operator: string, value: string) => ({
  Resources: ['*'],
  Conditions: { [operator]: [{ ConditionKey: 'aws:ResourceTag/backup', ConditionValue: value }] },
});

export const dynamodbCases = [
  casesOf(autoscaling, {
    'a table paid by request is compliant': subject(TABLE, { BillingMode: 'PAY_PER_REQUEST' }),
    'a table with scaled reads and writes is compliant': subject(TABLE, {}, scaled),
    'a table scaled by its name is compliant': subject(
      TABLE,
      { TableName: 'visits' },
      { Reads: target('Read', 'table/visits'), Writes: target('Write', 'table/visits') },
    ),
    'a table with scaled reads only is a finding': seen(
      subject(TABLE, {}, { Reads: target('Read') }),
      'Properties.BillingMode',
    ),
    'a provisioned table is a finding': subject(TABLE, { BillingMode: 'PROVISIONED' }),
    'a target under a condition is unknown': subject(
      TABLE,
      {},
      { ...scaled, Writes: target('Write', { 'Fn::Sub': 'table/${Subject}' }, { Condition: 'Maybe' }) },
    ),
  }),
  casesOf(
    billingMode,
    propertyCases(TABLE, 'BillingMode', {
      good: ['PAY_PER_REQUEST', 'PROVISIONED'],
      bad: ['FREE'],
      absent: 'a finding',
    }),
  ),
  casesOf(customerKey, {
    ...propertyCases(TABLE, 'SSESpecification.KMSMasterKeyId', {
      good: ['alias/visits'],
      bad: ['alias/aws/dynamodb'],
      absent: 'a finding',
      base: { SSESpecification: { SSEEnabled: true } },
    }),
    'a key that is turned off is a finding': seen(
      subject(TABLE, { SSESpecification: { SSEEnabled: false, KMSMasterKeyId: 'alias/visits' } }),
      'Properties.SSESpecification.SSEEnabled',
    ),
    'a key in every replica is compliant': subject(GLOBAL, {
      SSESpecification: { SSEEnabled: true },
      Replicas: [{ SSESpecification: { KMSMasterKeyId: 'alias/visits' } }],
    }),
    'a replica without a key is a finding': seen(
      subject(GLOBAL, {
        SSESpecification: { SSEEnabled: true },
        Replicas: [{ SSESpecification: { KMSMasterKeyId: 'alias/visits' } }, {}],
      }),
      'Properties.Replicas.1.SSESpecification.KMSMasterKeyId',
    ),
  }),
  casesOf(deletionProtection, {
    ...propertyCases(TABLE, 'DeletionProtectionEnabled', { good: [true], bad: [false], absent: 'a finding' }),
    'a table with protected replicas is compliant': replicas({ DeletionProtectionEnabled: true }),
    'an unprotected replica is a finding': seen(
      replicas({ DeletionProtectionEnabled: true }, {}),
      'Properties.Replicas.1.DeletionProtectionEnabled',
    ),
    'a list of replicas left to a parameter is unknown': subject(GLOBAL, { Replicas: OPEN }),
  }),
  casesOf(inBackupPlan, {
    'a table listed by its ARN is compliant': subject(TABLE, {}, selecting({ Resources: [arn('Subject')] })),
    'a table listed by its name is compliant': subject(
      TABLE,
      { TableName: 'visits' },
      selecting({ Resources: ['arn:aws:dynamodb:eu-west-1:111122223333:table/visits'] }),
    ),
    'a table with the tag is compliant': subject(TABLE, TAGGED, selecting(BY_TAG)),
    'a table without the tag is a finding': seen(
      subject(TABLE, { Tags: [{ Key: 'backup', Value: 'never' }] }, selecting(BY_TAG)),
      'Properties',
    ),
    'a table with the tag in one branch is a finding': subject(
      TABLE,
      { Tags: [either({ Key: 'backup', Value: 'daily' }, NOTHING)] },
      selecting(BY_TAG),
    ),
    'a table whose tags are open is unknown': subject(TABLE, { Tags: OPEN }, selecting(BY_TAG)),
    'a table that a condition asks for is compliant': subject(
      TABLE,
      TAGGED,
      selecting(unless('StringLike', 'dai*')),
    ),
    'a table that a condition leaves out is a finding': subject(
      TABLE,
      TAGGED,
      selecting(unless('StringNotEquals', 'daily')),
    ),
    'a table that no condition leaves out is compliant': subject(
      TABLE,
      TAGGED,
      selecting(unless('StringNotLike', 'never*')),
    ),
    'a table without tags, which a condition asks for, is a finding': subject(
      TABLE,
      {},
      selecting(unless('StringEquals', 'daily')),
    ),
    'a table among those not wanted is a finding': subject(
      TABLE,
      {},
      selecting({ Resources: ['*'], NotResources: [arn('Subject')] }),
    ),
    'a table under conditions left to a parameter is unknown': subject(
      TABLE,
      TAGGED,
      selecting({ Resources: ['*'], Conditions: OPEN }),
    ),
    'a selection under a condition is a finding': subject(
      TABLE,
      {},
      {
        Selection: resource(
          'AWS::Backup::BackupSelection',
          { BackupSelection: { Resources: ['*'] } },
          { Condition: 'Maybe' },
        ),
      },
    ),
    'a selection of another table is a finding': subject(
      TABLE,
      {},
      { Other: resource(TABLE), ...selecting({ Resources: [arn('Other')] }) },
    ),
    'a selection of another service is a finding': subject(
      TABLE,
      {},
      selecting({ Resources: ['arn:aws:rds:*:*:*'] }),
    ),
  }),
  casesOf(
    keyInAccount,
    propertyCases(TABLE, 'SSESpecification.SSEEnabled', { good: [true], bad: [false], absent: 'a finding' }),
  ),
  casesOf(pointInTimeRecovery, {
    ...propertyCases(TABLE, 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', {
      good: [true],
      bad: [false],
      absent: 'a finding',
    }),
    'a week is compliant': subject(TABLE, recovering({ RecoveryPeriodInDays: 7 })),
    'a recovery of six days is a finding': seen(
      subject(TABLE, recovering({ RecoveryPeriodInDays: 6 })),
      'Properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays',
    ),
    'a table whose replicas can recover is compliant': replicas(recovering({})),
    'a replica without it is a finding': seen(
      replicas(recovering({}), {}),
      'Properties.Replicas.1.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    ),
    'a global table without replicas is a finding': subject(GLOBAL),
  }),
  casesOf(resourcePolicyNotPublic, {
    'no policy is compliant': subject(TABLE),
    'a policy for one account is compliant': subject(TABLE, {
      ResourcePolicy: policy({ AWS: '111122223333' }),
    }),
    'everybody of one organization is compliant': subject(TABLE, {
      ResourcePolicy: policy('*', { Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-1' } } }),
    }),
    'a policy for everybody is a finding': seen(
      subject(TABLE, { ResourcePolicy: policy('*') }),
      'Properties.ResourcePolicy.PolicyDocument.Statement.0',
    ),
    'a stream for everybody is a finding': subject(TABLE, {
      StreamSpecification: { ResourcePolicy: policy('*') },
    }),
    'a replica for everybody is a finding': seen(
      replicas({}, { ResourcePolicy: policy({ AWS: '*' }) }),
      'Properties.Replicas.1.ResourcePolicy.PolicyDocument.Statement.0',
    ),
    'the stream of a replica for everybody is a finding': replicas({
      ReplicaStreamSpecification: { ResourcePolicy: policy('*') },
    }),
    'a document left to a parameter is unknown': subject(TABLE, { ResourcePolicy: { PolicyDocument: OPEN } }),
  }),
];
