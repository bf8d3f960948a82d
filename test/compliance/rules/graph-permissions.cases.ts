import { auditRecordBeyondReach } from '../../../lib/compliance/rules/graph/audit-record-beyond-reach';
import { auditRecordRead } from '../../../lib/compliance/rules/graph/audit-record-read';
import { guardrailBeyondReach } from '../../../lib/compliance/rules/graph/guardrail-beyond-reach';
import { modelThroughEndpoint } from '../../../lib/compliance/rules/graph/model-through-endpoint';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  beside,
  casesOf,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
  type RuleCases,
  type Scenario,
} from '../../support/judge-template';

const allow = (Action: Json, Resource: Json = '*', more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
});
const inline = (...Statement: readonly JsonObject[]): JsonObject => ({
  Policies: [{ PolicyName: 'p', PolicyDocument: { Statement } }],
});
const STATEMENT = 'Properties.Policies.0.PolicyDocument.Statement.0';

const trail = { Trail: resource('AWS::CloudTrail::Trail', { S3BucketName: ref('Record') }) };
const record = { ...trail, Record: resource('AWS::S3::Bucket') };
const role = (...statements: readonly JsonObject[]): Scenario =>
  subject('AWS::IAM::Role', inline(...statements), record);
const objects = { 'Fn::Sub': '${Record.Arn}/*' };

const caller = (...statements: readonly JsonObject[]): Scenario =>
  subject('AWS::IAM::Role', inline(allow('bedrock:InvokeModel'), ...statements));

const vpc = (others: JsonObject = {}, action = 'bedrock:InvokeModel'): JsonObject => ({
  Caller: resource('AWS::IAM::Role', inline(allow(action))),
  Vpc: resource('AWS::EC2::VPC'),
  Subnet: resource('AWS::EC2::Subnet', { VpcId: ref('Vpc') }),
  ...others,
});
const lambda = (others: JsonObject): Scenario =>
  subject(
    'AWS::Lambda::Function',
    { Role: arn('Caller'), VpcConfig: { SubnetIds: [ref('Subnet')] } },
    others,
  );
const endpoint = (service: string): JsonObject => ({
  Endpoint: resource('AWS::EC2::VPCEndpoint', {
    VpcId: ref('Vpc'),
    ServiceName: { 'Fn::Sub': `com.amazonaws.\${AWS::Region}.${service}` },
  }),
});

const watched = (others: JsonObject): Scenario =>
  subject('AWS::CloudTrail::Trail', { CloudWatchLogsLogGroupArn: arn('Group') }, others);
const group = { Group: resource('AWS::Logs::LogGroup', { LogGroupName: '/audit' }) };

export const graphPermissionCases: readonly RuleCases[] = [
  casesOf(auditRecordBeyondReach, {
    'reading the state of the trail is compliant': role(allow('cloudtrail:GetTrailStatus', arn('Trail'))),
    'stopping the trail is a finding': seen(role(allow('cloudtrail:StopLogging', arn('Trail'))), STATEMENT),
    'stopping any trail is a finding': role(allow('cloudtrail:*')),
    'stopping another trail is compliant': role(
      allow('cloudtrail:StopLogging', 'arn:aws:cloudtrail:us-east-1:111122223333:trail/other'),
    ),
    'changing the policy of its bucket is a finding': role(allow('s3:PutBucketPolicy', arn('Record'))),
    'deleting its objects is a finding': role(allow(['s3:GetObject', 's3:DeleteObject'], objects)),
    'passing over governance mode is a finding': role(allow('s3:BypassGovernanceRetention', objects)),
    'writing objects is compliant': role(allow('s3:PutObject', objects)),
    'everything but IAM is a finding': role({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }),
    'everything but the trail is compliant': role({
      Effect: 'Allow',
      Action: 'cloudtrail:StopLogging',
      NotResource: '*',
    }),
    'an Allow that a Deny takes back is compliant': role(allow('cloudtrail:StopLogging'), {
      Effect: 'Deny',
      Action: 'cloudtrail:StopLogging',
      Resource: '*',
    }),
    'a Deny that holds only under a condition is a finding': role(allow('cloudtrail:StopLogging'), {
      Effect: 'Deny',
      Action: 'cloudtrail:StopLogging',
      Resource: '*',
      Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
    }),
    'a policy attached from elsewhere is a finding': seen(
      subject(
        'AWS::IAM::Role',
        {},
        {
          ...record,
          Attached: resource('AWS::IAM::Policy', {
            Roles: [ref('Subject')],
            PolicyDocument: { Statement: [allow('cloudtrail:DeleteTrail')] },
          }),
        },
      ),
      'Properties',
    ),
    'a trail of another stack is a finding': beside(
      subject('AWS::IAM::User', inline(allow('cloudtrail:UpdateTrail'))),
      { Resources: record },
    ),
    'a group that may stop the trail is a finding': subject(
      'AWS::IAM::Group',
      inline(allow('cloudtrail:PutEventSelectors')),
      record,
    ),
    'an assembly without a trail is not applicable': subject('AWS::IAM::Role', inline(allow('cloudtrail:*'))),
  }),
  casesOf(auditRecordRead, {
    'a metric filter on the group is compliant': watched({
      ...group,
      Filter: resource('AWS::Logs::MetricFilter', { LogGroupName: ref('Group') }),
    }),
    'a subscription by the name of the group is compliant': watched({
      ...group,
      Filter: resource('AWS::Logs::SubscriptionFilter', { LogGroupName: '/audit' }),
    }),
    'a group without a reader is a finding': seen(watched(group), 'Properties.CloudWatchLogsLogGroupArn'),
    'a reader of another group is a finding': watched({
      ...group,
      Filter: resource('AWS::Logs::MetricFilter', { LogGroupName: '/other' }),
    }),
    'a group outside the assembly is unknown': subject('AWS::CloudTrail::Trail', {
      CloudWatchLogsLogGroupArn: OPEN,
    }),
    'a trail without a log group is not applicable': subject('AWS::CloudTrail::Trail'),
  }),
  casesOf(guardrailBeyondReach, {
    'a caller that may apply guardrails is compliant': caller(allow('bedrock:ApplyGuardrail')),
    'a caller that may change guardrails is a finding': caller(allow('bedrock:UpdateGuardrail')),
    'a caller that may delete the guardrail of the assembly is a finding': stack({
      Subject: resource(
        'AWS::IAM::Role',
        inline(
          allow('bedrock:InvokeModel'),
          allow('bedrock:DeleteGuardrail', { 'Fn::GetAtt': ['G', 'GuardrailArn'] }),
        ),
      ),
      G: resource('AWS::Bedrock::Guardrail'),
    }),
    'a caller with all of Bedrock is a finding': seen(
      subject('AWS::IAM::User', inline(allow('bedrock:*'))),
      STATEMENT,
    ),
    'a group of callers that may publish versions is a finding': subject(
      'AWS::IAM::Group',
      inline(allow(['bedrock:InvokeModelWithResponseStream', 'bedrock:CreateGuardrailVersion'])),
    ),
    'one that calls no model is not applicable': subject(
      'AWS::IAM::Role',
      inline(allow('bedrock:UpdateGuardrail')),
    ),
  }),
  casesOf(modelThroughEndpoint, {
    'a VPC with the endpoint is compliant': lambda(vpc(endpoint('bedrock-runtime'))),
    'a VPC with the FIPS endpoint is compliant': lambda(vpc(endpoint('bedrock-runtime-fips'))),
    'a VPC with the endpoint of the control plane only is a finding': seen(
      lambda(vpc(endpoint('bedrock'))),
      'Properties.VpcConfig',
    ),
    'a VPC without endpoints is a finding': lambda(vpc()),
    'a function that calls no model is not applicable': lambda(vpc({}, 's3:GetObject')),
    'subnets known only by parameter is not applicable': subject(
      'AWS::Lambda::Function',
      { Role: arn('Caller'), VpcConfig: { SubnetIds: [OPEN] } },
      vpc(),
    ),
  }),
];
