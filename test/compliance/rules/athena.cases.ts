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
];
