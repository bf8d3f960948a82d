import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireSetting } from './security-setting';

export const inTransitEncrypted: Rule = {
  id: 'emr-in-transit-encrypted',
  title: 'nodes of clusters talk to each other over TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Between nodes Hadoop and Spark move all records, readable by whoever is in the network.',
  fix: 'set EncryptionConfiguration.EnableInTransitEncryption to true, with certificates',
  resourceTypes: ['AWS::EMR::SecurityConfiguration'],
  check(configuration) {
    return requireSetting(
      configuration,
      'EncryptionConfiguration.EnableInTransitEncryption',
      isTrue,
      'must be true',
    );
  },
};
