import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const session = (inputs: string) =>
  yaml(
    'Preferences',
    'SSM::Document',
    'DocumentType: Session',
    `Content: { schemaVersion: '1.0', sessionType: Standard_Stream, inputs: ${inputs} }`,
  );
const policy = (principal: string) =>
  yaml(
    'Policy',
    'SSM::ResourcePolicy',
    'Policy:',
    `  Statement: [{ Effect: Allow, Principal: ${principal}, Action: 'ssm:GetParameter', Resource: '*' }]`,
  );
const parameter = (value: string) =>
  yaml('Parameter', 'SSM::Parameter', 'Name: /records/password', 'Type: String', `Value: ${value}`);

export const ssmExamples: Examples = {
  'ssm-parameter-no-secret': {
    bad: parameter('not-a-real-one'),
    good: parameter("'arn:aws:secretsmanager:us-east-1:111122223333:secret:records'"),
  },
  'ssm-policy-not-public': { bad: policy("'*'"), good: policy("{ AWS: 'arn:aws:iam::111122223333:root' }") },
  'ssm-session-customer-key': {
    bad: session('{ s3BucketName: shells }'),
    good: session('{ s3BucketName: shells, kmsKeyId: !GetAtt Key.Arn }').concat(KEY_IN_YAML),
  },
  'ssm-session-logged': {
    bad: session("{ s3BucketName: '' }"),
    good: session('{ cloudWatchLogGroupName: shells, cloudWatchEncryptionEnabled: true }'),
  },
  'ssm-session-timeout': {
    bad: session("{ idleSessionTimeout: '60' }"),
    good: session("{ idleSessionTimeout: '15' }"),
  },
};
