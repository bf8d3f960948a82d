import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

const KEYS = [
  'ResultConfiguration.EncryptionConfiguration.KmsKey',
  'ManagedQueryResultsConfiguration.EncryptionConfiguration.KmsKey',
];

export const workgroupCustomerKey: Rule = {
  id: 'athena-workgroup-customer-key',
  title: 'workgroups encrypt query results with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of S3, whoever may read the bucket reads the results.',
  fix: 'set EncryptionOption to SSE_KMS or CSE_KMS and KmsKey to a key of yours',
  resourceTypes: ['AWS::Athena::WorkGroup'],
  check(group) {
    const configuration = group.property('WorkGroupConfiguration');
    const keys = KEYS.map((path) => configuration.at(path));
    const given = keys.filter((key) => key.isPresent);
    const [first] = keys;
    return [
      ...(given.length > 0 || !first ? given : [first]).flatMap(requireCustomerKey),
      // SSE_S3 leaves the key beside it aside
      ...allowLiteral(
        configuration.at('ResultConfiguration.EncryptionConfiguration.EncryptionOption'),
        (option) => option !== 'SSE_S3',
        'must be SSE_KMS or CSE_KMS',
      ),
    ];
  },
};
