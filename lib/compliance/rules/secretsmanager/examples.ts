import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const secret = (...lines: readonly string[]) =>
  yaml('Secret', 'SecretsManager::Secret', 'Description: records', ...lines);
const schedule = (...lines: readonly string[]) =>
  yaml('Schedule', 'SecretsManager::RotationSchedule', 'SecretId: !Ref Secret', ...lines);
const policy = (principal: string, block: string) =>
  yaml(
    'Policy',
    'SecretsManager::ResourcePolicy',
    'SecretId: records',
    `BlockPublicPolicy: ${block}`,
    'ResourcePolicy:',
    `  Statement: [{ Effect: Allow, Principal: ${principal}, Action: 'secretsmanager:GetSecretValue' }]`,
  );
const ROLE = "{ AWS: 'arn:aws:iam::111122223333:role/reader' }";
const HOSTED = 'HostedRotationLambda: { RotationType: PostgreSQLSingleUser }';

export const secretsmanagerExamples: Examples = {
  'secretsmanager-customer-key': {
    bad: secret('KmsKeyId: alias/aws/secretsmanager'),
    good: secret('KmsKeyId: !Ref Key').concat(KEY_IN_YAML),
  },
  'secretsmanager-generated-strong': {
    bad: secret('GenerateSecretString: { PasswordLength: 8 }'),
    good: secret('GenerateSecretString: { PasswordLength: 32 }'),
  },
  'secretsmanager-no-literal': {
    bad: secret('SecretString: not-a-real-one'),
    good: secret('GenerateSecretString: { PasswordLength: 32 }'),
  },
  'secretsmanager-policy-blocks-public': { bad: policy(ROLE, 'false'), good: policy(ROLE, 'true') },
  'secretsmanager-policy-not-public': { bad: policy("'*'", 'true'), good: policy(ROLE, 'true') },
  'secretsmanager-retained': {
    bad: secret(),
    good: `
Secret:
  Type: AWS::SecretsManager::Secret
  DeletionPolicy: Retain
  UpdateReplacePolicy: Retain
`,
  },
  'secretsmanager-rotated': { bad: secret(), good: secret().concat(schedule(HOSTED)) },
  'secretsmanager-rotation-in-vpc': {
    bad: schedule(HOSTED),
    good: schedule(
      'HostedRotationLambda:',
      '  RotationType: PostgreSQLSingleUser',
      '  VpcSubnetIds: subnet-1',
      '  VpcSecurityGroupIds: sg-1',
    ),
  },
  'secretsmanager-rotation-period': {
    bad: schedule('RotationRules: { AutomaticallyAfterDays: 365 }'),
    good: schedule('RotationRules: { AutomaticallyAfterDays: 30 }'),
  },
};
