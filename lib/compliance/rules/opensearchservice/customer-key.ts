import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'opensearchservice-customer-key',
  title: 'search domains and applications are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the indexes and their snapshots.',
  fix: 'set EncryptionAtRestOptions.KmsKeyId, or KmsKeyArn of an application, to a customer-managed key',
  resourceTypes: [
    'AWS::OpenSearchService::Domain',
    'AWS::Elasticsearch::Domain',
    'AWS::OpenSearchService::Application',
  ],
  check(resource) {
    return requireCustomerKey(
      resource.property(
        resource.type.endsWith('Application') ? 'KmsKeyArn' : 'EncryptionAtRestOptions.KmsKeyId',
      ),
    );
  },
};
