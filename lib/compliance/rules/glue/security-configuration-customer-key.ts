import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const securityConfigurationCustomerKey: Rule = {
  id: 'glue-security-configuration-customer-key',
  title: 'security configurations name customer-managed keys',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'A key of AWS can be withdrawn from nobody.',
  fix: 'set KmsKeyArn in S3Encryptions, CloudWatchEncryption and JobBookmarksEncryption',
  resourceTypes: ['AWS::Glue::SecurityConfiguration'],
  check(configuration) {
    const encryption = configuration.property('EncryptionConfiguration');
    return [
      ...encryption
        .at('S3Encryptions')
        .items()
        .flatMap((each) => requireCustomerKey(each.at('KmsKeyArn'))),
      ...requireCustomerKey(encryption.at('CloudWatchEncryption.KmsKeyArn')),
      ...requireCustomerKey(encryption.at('JobBookmarksEncryption.KmsKeyArn')),
    ];
  },
};
