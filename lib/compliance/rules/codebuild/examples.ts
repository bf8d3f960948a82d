import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const project = (...lines: readonly string[]) =>
  yaml('Build', 'CodeBuild::Project', 'ServiceRole: builder', ...lines);
const variable = (entry: string) => project(`Environment: { EnvironmentVariables: [${entry}] }`);

export const codebuildExamples: Examples = {
  'codebuild-customer-key': {
    bad: project(),
    good: project('EncryptionKey: !GetAtt Key.Arn').concat(KEY_IN_YAML),
  },
  'codebuild-encrypted': {
    bad: project('Artifacts: { Type: S3, EncryptionDisabled: true }'),
    good: project('Artifacts: { Type: S3, EncryptionDisabled: false }'),
  },
  'codebuild-in-vpc': {
    bad: project(),
    good: project('VpcConfig: { VpcId: vpc-1, Subnets: [subnet-1], SecurityGroupIds: [sg-1] }'),
  },
  'codebuild-logged': {
    bad: project('LogsConfig: { CloudWatchLogs: { Status: DISABLED } }'),
    good: project('LogsConfig: { CloudWatchLogs: { Status: ENABLED } }'),
  },
  'codebuild-no-plaintext-credentials': {
    bad: variable('{ Name: AWS_ACCESS_KEY_ID, Value: !Ref Key }'),
    good: variable('{ Name: DB_PASSWORD, Type: SECRETS_MANAGER, Value: records }'),
  },
  'codebuild-not-privileged': {
    bad: project('Environment: { PrivilegedMode: true }'),
    good: project('Environment: { PrivilegedMode: false }'),
  },
  'codebuild-not-public': {
    bad: project('Visibility: PUBLIC_READ'),
    good: project('Visibility: PRIVATE'),
  },
  'codebuild-source-tls': {
    bad: project(
      "Source: { Type: GITHUB_ENTERPRISE, Location: 'https://git.example/notes', InsecureSsl: true }",
    ),
    good: project("Source: { Type: GITHUB_ENTERPRISE, Location: 'https://git.example/notes' }"),
  },
  'codebuild-source-without-credentials': {
    bad: project("Source: { Type: GITHUB, Location: 'https://reader:not-a-token@git.example/notes' }"),
    good: project("Source: { Type: GITHUB, Location: 'https://git.example/notes' }"),
  },
  'codebuild-log-group': {
    bad: project('LogsConfig: { CloudWatchLogs: { Status: ENABLED } }'),
    good: project('LogsConfig: { CloudWatchLogs: { Status: ENABLED, GroupName: builds } }'),
  },
};
