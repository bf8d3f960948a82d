import { workgroupSessionLogged } from '../../../lib/compliance/rules/athena/workgroup-session-logged';
import { workgroupBucketOwner } from '../../../lib/compliance/rules/athena/workgroup-bucket-owner';
import { workgroupKept } from '../../../lib/compliance/rules/athena/workgroup-kept';
import { workgroupLogsCustomerKey } from '../../../lib/compliance/rules/athena/workgroup-logs-customer-key';
import { workgroupCustomerKey } from '../../../lib/compliance/rules/athena/workgroup-customer-key';
import { workgroupEncrypted } from '../../../lib/compliance/rules/athena/workgroup-encrypted';
import { workgroupEnforced } from '../../../lib/compliance/rules/athena/workgroup-enforced';
import { workgroupMetered } from '../../../lib/compliance/rules/athena/workgroup-metered';
import type { Json, JsonObject } from '../../../lib/compliance/template/json';
import { casesOf, either, NOTHING, OPEN, seen, subject } from '../../support/judge-template';

const GROUP = 'AWS::Athena::WorkGroup';
const configured = (configuration: Json) => subject(GROUP, { WorkGroupConfiguration: configuration });
const encrypted = (encryption: JsonObject) =>
  configured({ ResultConfiguration: { EncryptionConfiguration: encryption } });
const sessions = (monitoring: Json, engine: Json = 'PySpark engine version 3') =>
  configured({
    EngineVersion: { SelectedEngineVersion: engine },
    MonitoringConfiguration: monitoring,
  });
const PATH = 'Properties.WorkGroupConfiguration';

export const athenaCases = [
  casesOf(workgroupEncrypted, {
    'results under a KMS key is compliant': encrypted({
      EncryptionOption: 'SSE_KMS',
      KmsKey: 'alias/results',
    }),
    'results that Athena keeps is compliant': configured({
      ManagedQueryResultsConfiguration: { Enabled: true },
    }),
    'no encryption is a finding': seen(
      subject(GROUP),
      `${PATH}.ResultConfiguration.EncryptionConfiguration.EncryptionOption`,
    ),
    'encryption in one branch is a finding': configured(
      either({ ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } } }, NOTHING),
    ),
    'an option left to a parameter is unknown': encrypted({ EncryptionOption: OPEN }),
  }),
  casesOf(workgroupCustomerKey, {
    'a key of your own is compliant': encrypted({ EncryptionOption: 'SSE_KMS', KmsKey: 'alias/results' }),
    'a key of your own for results that Athena keeps is compliant': configured({
      ManagedQueryResultsConfiguration: {
        Enabled: true,
        EncryptionConfiguration: { KmsKey: 'alias/results' },
      },
    }),
    'no key is a finding': seen(
      encrypted({ EncryptionOption: 'SSE_S3' }),
      `${PATH}.ResultConfiguration.EncryptionConfiguration.KmsKey`,
      `${PATH}.ResultConfiguration.EncryptionConfiguration.EncryptionOption`,
    ),
    'a key of S3 in spite of the key beside it is a finding': seen(
      encrypted({ EncryptionOption: 'SSE_S3', KmsKey: 'alias/results' }),
      `${PATH}.ResultConfiguration.EncryptionConfiguration.EncryptionOption`,
    ),
    'a key left to a parameter is unknown': encrypted({ EncryptionOption: 'SSE_KMS', KmsKey: OPEN }),
  }),
  casesOf(workgroupEnforced, {
    'nothing said is compliant': subject(GROUP),
    'enforced is compliant': configured({ EnforceWorkGroupConfiguration: true }),
    'not enforced is a finding': seen(
      configured({ EnforceWorkGroupConfiguration: false }),
      `${PATH}.EnforceWorkGroupConfiguration`,
    ),
    'left to a parameter is unknown': configured({ EnforceWorkGroupConfiguration: OPEN }),
  }),
  casesOf(workgroupMetered, {
    'nothing said is compliant': subject(GROUP),
    'no metrics is a finding': seen(
      configured({ PublishCloudWatchMetricsEnabled: false }),
      `${PATH}.PublishCloudWatchMetricsEnabled`,
    ),
    'metrics left to a parameter is unknown': configured({ PublishCloudWatchMetricsEnabled: OPEN }),
  }),
  casesOf(workgroupKept, {
    'nothing said is compliant': subject(GROUP),
    'a history that goes along is a finding': seen(
      subject(GROUP, { RecursiveDeleteOption: true }),
      'Properties.RecursiveDeleteOption',
    ),
    'an option left to a parameter is unknown': subject(GROUP, { RecursiveDeleteOption: OPEN }),
  }),
  casesOf(workgroupBucketOwner, {
    'an owner is compliant': configured({ ResultConfiguration: { ExpectedBucketOwner: '111122223333' } }),
    'no owner is a finding': seen(
      configured({ ResultConfiguration: { OutputLocation: 's3://results/' } }),
      `${PATH}.ResultConfiguration.ExpectedBucketOwner`,
    ),
    'no results is not applicable': subject(GROUP),
  }),
  casesOf(workgroupLogsCustomerKey, {
    'a key of your own is compliant': configured({
      MonitoringConfiguration: { S3LoggingConfiguration: { Enabled: true, KmsKey: 'alias/logs' } },
    }),
    'no key for logs is a finding': seen(
      configured({ MonitoringConfiguration: { ManagedLoggingConfiguration: { Enabled: true } } }),
      `${PATH}.MonitoringConfiguration.ManagedLoggingConfiguration.KmsKey`,
    ),
    'a key of AWS for notebooks is a finding': configured({
      CustomerContentEncryptionConfiguration: { KmsKey: 'alias/aws/athena' },
    }),
    'a key left to a parameter is unknown': configured({
      CustomerContentEncryptionConfiguration: { KmsKey: OPEN },
    }),
    'notebooks without a key is a finding': seen(
      configured({ EngineVersion: { SelectedEngineVersion: 'PySpark engine version 3' } }),
      `${PATH}.CustomerContentEncryptionConfiguration.KmsKey`,
    ),
    'no logs is not applicable': subject(GROUP),
  }),
  casesOf(workgroupSessionLogged, {
    'logs in CloudWatch is compliant': sessions({ CloudWatchLoggingConfiguration: { Enabled: true } }),
    'logs in S3 is compliant': sessions({ S3LoggingConfiguration: { Enabled: true } }),
    'logs that Athena keeps is compliant': sessions({ ManagedLoggingConfiguration: { Enabled: true } }),
    'no logs is a finding': seen(sessions(NOTHING), `${PATH}.MonitoringConfiguration`),
    'logs turned off is a finding': sessions({ CloudWatchLoggingConfiguration: { Enabled: false } }),
    'logs in one branch is a finding': sessions(
      either({ CloudWatchLoggingConfiguration: { Enabled: true } }, NOTHING),
    ),
    'logs left to a parameter is unknown': sessions({ S3LoggingConfiguration: { Enabled: OPEN } }),
    'an engine left to a parameter is unknown': sessions(NOTHING, OPEN),
    'SQL is not applicable': sessions(NOTHING, 'Athena engine version 3'),
    'no engine is not applicable': subject(GROUP),
  }),
];
