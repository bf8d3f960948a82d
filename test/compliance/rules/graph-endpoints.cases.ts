import { apiThroughEndpoint } from '../../../lib/compliance/rules/graph/api-through-endpoint';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  arn,
  casesOf,
  OPEN,
  ref,
  resource,
  seen,
  subject,
  type RuleCases,
  type Scenario,
} from '../../support/judge-template';

const statement = (Action: Json, more: JsonObject = {}): JsonObject => ({
  Effect: 'Allow',
  Action,
  Resource: '*',
  ...more,
});

/** A function in a VPC, its role, and what is in the VPC. */
const caller = (action: Json, others: JsonObject = {}): Scenario =>
  subject(
    'AWS::Lambda::Function',
    { Role: arn('Role'), VpcConfig: { SubnetIds: [ref('Subnet')] } },
    {
      Role: resource('AWS::IAM::Role', {
        Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: [statement(action)] } }],
      }),
      Vpc: resource('AWS::EC2::VPC'),
      Subnet: resource('AWS::EC2::Subnet', { VpcId: ref('Vpc') }),
      ...others,
    },
  );
const endpoint = (service: string, PolicyDocument?: Json): JsonObject => ({
  [`To${service.replaceAll(/[^a-z]/gu, '')}`]: resource('AWS::EC2::VPCEndpoint', {
    VpcId: ref('Vpc'),
    ServiceName: `com.amazonaws.us-east-1.${service}`,
    ...(PolicyDocument === undefined ? {} : { PolicyDocument }),
  }),
});
const policy = (...actions: readonly Json[]): JsonObject => ({
  Statement: actions.map((action) => statement(action, { Principal: '*' })),
});
const SECRET = 'secretsmanager:GetSecretValue';

export const graphEndpointCases: readonly RuleCases[] = [
  casesOf(apiThroughEndpoint, {
    'an endpoint that names the action is compliant': caller(
      SECRET,
      endpoint('secretsmanager', policy('kms:Decrypt', SECRET)),
    ),
    'an endpoint that names it in another case is compliant': caller(
      'secretsmanager:getsecretvalue',
      endpoint('secretsmanager', policy(SECRET)),
    ),
    'an endpoint that reaches it by a pattern is compliant': caller(
      SECRET,
      endpoint('secretsmanager', policy('secretsmanager:Get*')),
    ),
    'an endpoint without a policy is compliant': caller(SECRET, endpoint('secretsmanager')),
    'a FIPS endpoint is compliant': caller(SECRET, endpoint('secretsmanager-fips', policy(SECRET))),
    'one of two endpoints is compliant': caller(SECRET, {
      ...endpoint('secretsmanager', policy('secretsmanager:DescribeSecret')),
      ...endpoint('secretsmanager-fips', policy(SECRET)),
    }),
    'a role that names no call of its code is compliant': caller(['logs:PutLogEvents', 'kms:Decrypt']),
    'a role that may do everything is compliant': caller('*'),
    'no endpoint is a finding': seen(caller(SECRET), 'Properties.VpcConfig'),
    'the endpoint of another service is a finding': caller(SECRET, endpoint('kms')),
    'an endpoint that names another action is a finding': seen(
      caller(SECRET, endpoint('secretsmanager', policy('secretsmanager:DescribeSecret'))),
      'Properties.VpcConfig',
    ),
    'an endpoint that only denies it is a finding': caller(
      SECRET,
      endpoint('secretsmanager', { Statement: [statement(SECRET, { Effect: 'Deny', Principal: '*' })] }),
    ),
    'each action that no endpoint names is a finding': seen(
      caller(
        ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query'],
        endpoint('dynamodb', policy('dynamodb:GetItem')),
      ),
      'Properties.VpcConfig',
      'Properties.VpcConfig',
    ),
    'a policy left to a parameter is unknown': caller(SECRET, endpoint('secretsmanager', OPEN)),
    'a missing action under a condition that cannot be read is a finding': caller(
      SECRET,
      endpoint('secretsmanager', {
        Statement: [statement('secretsmanager:DescribeSecret', { Principal: '*', Condition: OPEN })],
      }),
    ),
    'a function outside a VPC is not applicable': subject('AWS::Lambda::Function', { Role: arn('Role') }),
    'a VPC of another app is not applicable': subject(
      'AWS::Lambda::Function',
      { Role: arn('Role'), VpcConfig: { SubnetIds: ['subnet-1'] } },
      { Role: resource('AWS::IAM::Role') },
    ),
  }),
];
