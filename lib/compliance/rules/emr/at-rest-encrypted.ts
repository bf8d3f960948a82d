import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireSetting } from './security-setting';

export const atRestEncrypted: Rule = {
  id: 'emr-at-rest-encrypted',
  title: 'clusters encrypt what they keep on disk and in S3',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Intermediate results on the disks of a cluster are PHI too, and are not encrypted unless told.',
  fix: 'set EncryptionConfiguration.EnableAtRestEncryption to true, with S3 and local disk configurations',
  resourceTypes: ['AWS::EMR::SecurityConfiguration'],
  check(configuration) {
    return requireSetting(
      configuration,
      'EncryptionConfiguration.EnableAtRestEncryption',
      isTrue,
      'must be true',
    );
  },
};
