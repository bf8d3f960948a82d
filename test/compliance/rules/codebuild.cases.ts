import { customerKey } from '../../../lib/compliance/rules/codebuild/customer-key';
import { encrypted } from '../../../lib/compliance/rules/codebuild/encrypted';
import { inVpc } from '../../../lib/compliance/rules/codebuild/in-vpc';
import { logGroup } from '../../../lib/compliance/rules/codebuild/log-group';
import { logged } from '../../../lib/compliance/rules/codebuild/logged';
import { noPlaintextCredentials } from '../../../lib/compliance/rules/codebuild/no-plaintext-credentials';
import { notPrivileged } from '../../../lib/compliance/rules/codebuild/not-privileged';
import { notPublic } from '../../../lib/compliance/rules/codebuild/not-public';
import { sourceTls } from '../../../lib/compliance/rules/codebuild/source-tls';
import { sourceWithoutCredentials } from '../../../lib/compliance/rules/codebuild/source-without-credentials';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, ref, seen, subject } from '../../support/judge-template';

const PROJECT = 'AWS::CodeBuild::Project';
const GROUP = 'AWS::CodeBuild::ReportGroup';
const project = (properties: JsonObject) => subject(PROJECT, properties);
const variable = (entry: JsonObject) => project({ Environment: { EnvironmentVariables: [entry] } });
const source = (location: Json) => project({ Source: { Type: 'GITHUB', Location: location } });
const ADDRESS = 'https://git.example/notes';

export const codebuildCases = [
  casesOf(noPlaintextCredentials, {
    'another variable is compliant': variable({ Name: 'MODE', Value: 'x' }),
    'a key out of Secrets Manager is compliant': variable({
      Name: 'AWS_ACCESS_KEY_ID',
      Type: 'SECRETS_MANAGER',
      Value: 'x',
    }),
    'a key by reference is a finding': seen(
      variable({ Name: 'AWS_ACCESS_KEY_ID', Value: ref('Key') }),
      'Properties.Environment.EnvironmentVariables.0.Value',
    ),
    'a key that says it is plain text is a finding': variable({
      Name: 'AWS_SECRET_ACCESS_KEY',
      Type: 'PLAINTEXT',
      Value: OPEN,
    }),
    'a key in one branch is a finding': variable({ Name: either('MODE', 'AWS_ACCESS_KEY_ID'), Value: 'x' }),
    'a type left to a parameter is unknown': variable({ Name: 'AWS_ACCESS_KEY_ID', Type: OPEN, Value: 'x' }),
  }),
  casesOf(sourceWithoutCredentials, {
    'an address is compliant': source(ADDRESS),
    'an address with a user is a finding': seen(
      source('https://reader:not-a-token@git.example/notes'),
      'Properties.Source.Location',
    ),
    'a second source with a token is a finding': seen(
      project({ SecondarySources: [{ Location: 'https://not-a-token@git.example/notes' }] }),
      'Properties.SecondarySources.0.Location',
    ),
    'an address left to a parameter is unknown': source(OPEN),
  }),
  casesOf(sourceTls, {
    'TLS that is verified is compliant': source(ADDRESS),
    'TLS that is not verified is a finding': seen(
      project({ Source: { Location: ADDRESS, InsecureSsl: true } }),
      'Properties.Source.InsecureSsl',
    ),
    'no TLS is a finding': source('http://git.example/notes'),
    'a second source that is not verified is a finding': seen(
      project({ SecondarySources: [{ InsecureSsl: true }] }),
      'Properties.SecondarySources.0.InsecureSsl',
    ),
    'verification left to a parameter is unknown': project({ Source: { InsecureSsl: OPEN } }),
  }),
  casesOf(notPrivileged, {
    'nothing said is compliant': project({}),
    'a privileged build is a finding': seen(
      project({ Environment: { PrivilegedMode: true } }),
      'Properties.Environment.PrivilegedMode',
    ),
    'privilege left to a parameter is unknown': project({ Environment: { PrivilegedMode: OPEN } }),
  }),
  casesOf(encrypted, {
    'nothing said is compliant': project({ Artifacts: { Type: 'S3' } }),
    'artifacts in clear text is a finding': seen(
      project({ Artifacts: { EncryptionDisabled: true } }),
      'Properties.Artifacts.EncryptionDisabled',
    ),
    'further artifacts in clear text is a finding': seen(
      project({ SecondaryArtifacts: [{}, { EncryptionDisabled: true }] }),
      'Properties.SecondaryArtifacts.1.EncryptionDisabled',
    ),
    'logs in clear text is a finding': seen(
      project({ LogsConfig: { S3Logs: { EncryptionDisabled: true } } }),
      'Properties.LogsConfig.S3Logs.EncryptionDisabled',
    ),
    'reports in clear text is a finding': subject(GROUP, {
      ExportConfig: { S3Destination: { EncryptionDisabled: true } },
    }),
    'encryption left to a parameter is unknown': project({ Artifacts: { EncryptionDisabled: OPEN } }),
  }),
  casesOf(customerKey, {
    'a key is compliant': project({ EncryptionKey: 'alias/builds' }),
    'the key of S3 is a finding': seen(
      project({ EncryptionKey: 'alias/aws/s3' }),
      'Properties.EncryptionKey',
    ),
    'nothing said is a finding': project({}),
    'reports without a key is a finding': subject(GROUP, {
      ExportConfig: { S3Destination: { Bucket: 'b' } },
    }),
    'a key left to a parameter is unknown': project({ EncryptionKey: OPEN }),
    'reports that stay is not applicable': subject(GROUP, {
      ExportConfig: { ExportConfigType: 'NO_EXPORT' },
    }),
  }),
  casesOf(logged, {
    'nothing said is compliant': project({}),
    'S3 in place of CloudWatch is compliant': project({
      LogsConfig: { CloudWatchLogs: { Status: 'DISABLED' }, S3Logs: { Status: 'ENABLED' } },
    }),
    'CloudWatch turned off is a finding': seen(
      project({ LogsConfig: { CloudWatchLogs: { Status: 'DISABLED' } } }),
      'Properties.LogsConfig',
    ),
    'both turned off in one branch is a finding': project({
      LogsConfig: either({ CloudWatchLogs: { Status: 'DISABLED' }, S3Logs: { Status: 'DISABLED' } }, NOTHING),
    }),
    'logs left to a parameter is unknown': project({ LogsConfig: { CloudWatchLogs: { Status: OPEN } } }),
  }),
  casesOf(notPublic, {
    'nothing said is compliant': project({}),
    'a public project is a finding': seen(project({ Visibility: 'PUBLIC_READ' }), 'Properties.Visibility'),
    'visibility left to a parameter is unknown': project({ Visibility: OPEN }),
  }),
  casesOf(inVpc, {
    'a VPC is compliant': project({ VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] } }),
    'nothing said is a finding': seen(
      project({}),
      'Properties.VpcConfig.Subnets',
      'Properties.VpcConfig.SecurityGroupIds',
    ),
    'a VPC left to a parameter is unknown': project({ VpcConfig: OPEN }),
  }),
  casesOf(logGroup, {
    'a group is compliant': project({ LogsConfig: { CloudWatchLogs: { GroupName: 'builds' } } }),
    'no log in CloudWatch is compliant': project({ LogsConfig: { CloudWatchLogs: { Status: 'DISABLED' } } }),
    'nothing said is a finding': seen(project({}), 'Properties.LogsConfig.CloudWatchLogs.GroupName'),
    'a log without group is a finding': project({ LogsConfig: { CloudWatchLogs: { Status: 'ENABLED' } } }),
    'a log in one branch is a finding': project({
      LogsConfig: { CloudWatchLogs: { Status: either('ENABLED', 'DISABLED') } },
    }),
    'a log left to a parameter is unknown': project({ LogsConfig: { CloudWatchLogs: { Status: OPEN } } }),
    'logs left to a parameter is unknown': project({ LogsConfig: OPEN }),
  }),
];
