import { customerKey } from '../../../lib/compliance/rules/secretsmanager/customer-key';
import { generatedStrong } from '../../../lib/compliance/rules/secretsmanager/generated-strong';
import { noLiteral } from '../../../lib/compliance/rules/secretsmanager/no-literal';
import { policyBlocksPublic } from '../../../lib/compliance/rules/secretsmanager/policy-blocks-public';
import { policyNotPublic } from '../../../lib/compliance/rules/secretsmanager/policy-not-public';
import { retained } from '../../../lib/compliance/rules/secretsmanager/retained';
import { rotated } from '../../../lib/compliance/rules/secretsmanager/rotated';
import { rotationInVpc } from '../../../lib/compliance/rules/secretsmanager/rotation-in-vpc';
import { rotationPeriod } from '../../../lib/compliance/rules/secretsmanager/rotation-period';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import {
  beside,
  body,
  casesOf,
  either,
  FAR_KEY,
  FAR_STACK,
  OPEN,
  ref,
  resource,
  seen,
  stack,
  subject,
} from '../../support/judge-template';

const SECRET = 'AWS::SecretsManager::Secret';
const SCHEDULE = 'AWS::SecretsManager::RotationSchedule';
const POLICY = 'AWS::SecretsManager::ResourcePolicy';
const HOSTED = { HostedRotationLambda: { RotationType: 'PostgreSQLSingleUser' } };
const scheduled = (of: Json, properties: JsonObject = HOSTED, attributes: JsonObject = {}) => ({
  Schedule: resource(SCHEDULE, { SecretId: of, ...properties }, attributes),
});
const generated = (GenerateSecretString: Json) => subject(SECRET, { GenerateSecretString });
const period = (RotationRules: Json) => subject(SCHEDULE, { RotationRules });
const policy = (principal: Json) =>
  subject(POLICY, {
    ResourcePolicy: {
      Statement: [{ Effect: 'Allow', Principal: principal, Action: 'secretsmanager:GetSecretValue' }],
    },
  });
function fromParameter(parameter: JsonObject) {
  const Parameters = { Open: { Type: 'String' }, Given: { Type: 'String', ...parameter } };
  return {
    stacks: [body({ Subject: resource(SECRET, { SecretString: ref('Given') }) }, { Parameters })] as const,
  };
}

export const secretsmanagerCases = [
  casesOf(customerKey, {
    'keys for secret and replica is compliant': subject(SECRET, {
      KmsKeyId: 'alias/secrets',
      ReplicaRegions: [{ Region: 'us-west-2', KmsKeyId: 'alias/secrets' }],
    }),
    'a key of another stack is compliant': beside(subject(SECRET, { KmsKeyId: FAR_KEY }), FAR_STACK),
    'no key is a finding': seen(subject(SECRET), 'Properties.KmsKeyId'),
    'the key of AWS is a finding': subject(SECRET, { KmsKeyId: 'alias/aws/secretsmanager' }),
    'a replica without a key is a finding': seen(
      subject(SECRET, { KmsKeyId: 'alias/secrets', ReplicaRegions: [{ Region: 'us-west-2' }] }),
      'Properties.ReplicaRegions.0.KmsKeyId',
    ),
    'a key left to a parameter is unknown': subject(SECRET, { KmsKeyId: OPEN }),
    'a function that knows the keys is compliant': subject(SCHEDULE, {
      HostedRotationLambda: { KmsKeyArn: 'arn:x', MasterSecretArn: 'arn:y', MasterSecretKmsKeyArn: 'arn:z' },
    }),
    'a function that knows no keys is a finding': seen(
      subject(SCHEDULE, { HostedRotationLambda: { SuperuserSecretArn: 'arn:y' } }),
      'Properties.HostedRotationLambda.KmsKeyArn',
      'Properties.HostedRotationLambda.SuperuserSecretKmsKeyArn',
    ),
  }),
  casesOf(rotated, {
    'a schedule is compliant': subject(SECRET, {}, scheduled(ref('Subject'))),
    'a schedule by name is compliant': subject(SECRET, { Name: 'records' }, scheduled('records')),
    'a schedule of the attachment is compliant': subject(
      SECRET,
      {},
      {
        Attachment: resource('AWS::SecretsManager::SecretTargetAttachment', { SecretId: ref('Subject') }),
        ...scheduled(ref('Attachment')),
      },
    ),
    'no schedule is a finding': seen(subject(SECRET), 'Properties'),
    'a schedule of another secret is a finding': subject(SECRET, { Name: 'records' }, scheduled('others')),
    'a schedule that nothing carries out is a finding': subject(SECRET, {}, scheduled(ref('Subject'), {})),
    'a schedule that may not be there is a finding': subject(
      SECRET,
      {},
      scheduled(ref('Subject'), HOSTED, { Condition: 'Maybe' }),
    ),
  }),
  casesOf(rotationPeriod, {
    'ninety days is compliant': period({ AutomaticallyAfterDays: 90 }),
    'a rate in hours is compliant': period({ ScheduleExpression: 'rate(12 hours)' }),
    'a cron expression is compliant': period({ ScheduleExpression: 'cron(0 8 1 * ? *)' }),
    'a day more is a finding': seen(
      period({ AutomaticallyAfterDays: 91 }),
      'Properties.RotationRules.AutomaticallyAfterDays',
    ),
    'a rate of a year is a finding': seen(
      period({ ScheduleExpression: 'rate(365 days)' }),
      'Properties.RotationRules.ScheduleExpression',
    ),
    'nothing said is a finding': subject(SCHEDULE),
    'a period left to a parameter is unknown': period({ AutomaticallyAfterDays: OPEN }),
  }),
  casesOf(noLiteral, {
    'a generated secret is compliant': generated({ PasswordLength: 32 }),
    'a hidden parameter is compliant': fromParameter({ NoEcho: true }),
    'a secret in text is a finding': seen(
      subject(SECRET, { SecretString: '{"password":"not-a-real-one"}' }),
      'Properties.SecretString',
    ),
    'a parameter that shows is a finding': fromParameter({}),
    'a hidden parameter with a default is a finding': fromParameter({
      NoEcho: true,
      Default: 'not-a-real-one',
    }),
    'a secret in one branch is a finding': subject(SECRET, {
      SecretString: either('not-a-real-one', { Ref: 'AWS::NoValue' }),
    }),
    'a secret from elsewhere is unknown': subject(SECRET, { SecretString: { 'Fn::ImportValue': 'x' } }),
  }),
  casesOf(generatedStrong, {
    'nothing said is compliant': generated({ GenerateStringKey: 'password' }),
    'sixteen characters is compliant': generated({ PasswordLength: 16, ExcludeCharacters: '"@/' }),
    'fifteen characters is a finding': seen(
      generated({ PasswordLength: 15 }),
      'Properties.GenerateSecretString.PasswordLength',
    ),
    'letters alone is a finding': seen(
      generated({ ExcludeNumbers: true, ExcludePunctuation: true }),
      'Properties.GenerateSecretString.ExcludeNumbers',
      'Properties.GenerateSecretString.ExcludePunctuation',
    ),
    'a length left to a parameter is unknown': generated({ PasswordLength: OPEN }),
    'no generated secret is not applicable': subject(SECRET),
  }),
  casesOf(policyNotPublic, {
    'a role is compliant': policy({ AWS: 'arn:aws:iam::111122223333:role/reader' }),
    'everybody is a finding': seen(policy('*'), 'Properties.ResourcePolicy.Statement.0'),
    'a policy left to a parameter is unknown': subject(POLICY, { ResourcePolicy: OPEN }),
  }),
  casesOf(policyBlocksPublic, {
    'blocking is compliant': subject(POLICY, { BlockPublicPolicy: true }),
    'nothing said is a finding': seen(subject(POLICY), 'Properties.BlockPublicPolicy'),
    'blocking left to a parameter is unknown': subject(POLICY, { BlockPublicPolicy: OPEN }),
  }),
  casesOf(rotationInVpc, {
    'a VPC is compliant': subject(SCHEDULE, {
      HostedRotationLambda: { VpcSubnetIds: 'subnet-1', VpcSecurityGroupIds: 'sg-1' },
    }),
    'nothing said is a finding': seen(
      subject(SCHEDULE, HOSTED),
      'Properties.HostedRotationLambda.VpcSubnetIds',
      'Properties.HostedRotationLambda.VpcSecurityGroupIds',
    ),
    'a VPC left to a parameter is unknown': subject(SCHEDULE, { HostedRotationLambda: OPEN }),
    'a function of your own is not applicable': subject(SCHEDULE, { RotationLambdaARN: 'arn:x' }),
  }),
  casesOf(retained, {
    'a secret that stays is compliant': stack({
      Subject: resource(SECRET, {}, { DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' }),
    }),
    'nothing said is a finding': seen(subject(SECRET), 'DeletionPolicy', 'UpdateReplacePolicy'),
  }),
];
