import { requireLiteral } from '../../requirement';
import type { Observation, Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isNeverSet, isOneOf } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'timestream-customer-key',
  title: 'data of Timestream, and what it writes to buckets, is encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the measurements of a patient.',
  fix: 'set KmsKeyId, and SSE_KMS with a key for rejected data and error reports, to a customer-managed key',
  resourceTypes: ['AWS::Timestream::Database', 'AWS::Timestream::Table', 'AWS::Timestream::ScheduledQuery'],
  check(resource) {
    if (resource.type === 'AWS::Timestream::Database')
      return requireCustomerKey(resource.property('KmsKeyId'));
    if (resource.type === 'AWS::Timestream::ScheduledQuery')
      return [
        ...requireCustomerKey(resource.property('KmsKeyId')),
        ...delivery(resource.property('ErrorReportConfiguration.S3Configuration')),
      ];
    const rejected = resource.property(
      'MagneticStoreWriteProperties.MagneticStoreRejectedDataLocation.S3Configuration',
    );
    return isNeverSet(rejected)
      ? 'not-applicable'
      : whereThere(rejected, (bucket) => [...delivery(bucket), ...requireCustomerKey(bucket.at('KmsKeyId'))]);
  },
};

function delivery(bucket: Property): readonly Observation[] {
  return requireLiteral(bucket.at('EncryptionOption'), isOneOf('SSE_KMS'), 'must be SSE_KMS');
}
