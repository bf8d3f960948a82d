import type { Observation, Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';
import { isAlways, isNeverSet } from '../cloudformation/certainty';
import { requireCustomerKey } from '../kms/customer-key';
import { isClusterMember } from './cluster-member';

export const customerKey: Rule = {
  id: 'rds-customer-key',
  title: 'databases are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the storage, and its snapshots cannot be shared safely.',
  fix: 'set KmsKeyId, PerformanceInsightsKMSKeyId and MasterUserSecret.KmsKeyId to a customer-managed key',
  resourceTypes: [
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::RDS::Integration',
    'AWS::RDS::CustomDBEngineVersion',
    'AWS::RDS::DBInstanceAutomatedBackupsReplication',
  ],
  check(database) {
    if (/Integration$|EngineVersion$/u.test(database.type))
      return requireCustomerKey(database.property('KMSKeyId'));
    if (database.type === 'AWS::RDS::DBInstanceAutomatedBackupsReplication')
      return requireCustomerKey(database.property('KmsKeyId'));
    return [
      ...(isClusterMember(database) ? [] : requireCustomerKey(database.property('KmsKeyId'))),
      ...(isNeverSet(database.property('AutomaticBackupReplicationRegion'))
        ? []
        : requireCustomerKey(database.property('AutomaticBackupReplicationKmsKeyId'))),
      ...whenOn(database, 'EnablePerformanceInsights', 'PerformanceInsightsKMSKeyId'),
      ...whenOn(database, 'PerformanceInsightsEnabled', 'PerformanceInsightsKmsKeyId'),
      ...whenOn(database, 'ManageMasterUserPassword', 'MasterUserSecret.KmsKeyId'),
    ];
  },
};

/** Instances and clusters name the switch and the key of Performance Insights differently. */
function whenOn(database: Resource, feature: string, key: string): readonly Observation[] {
  const isOff =
    isAlways(database.property(feature), (value) => !isTrue(value)) || isNeverSet(database.property(feature));
  return isOff ? [] : requireCustomerKey(database.property(key));
}
