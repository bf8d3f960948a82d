import type { Rule } from '../../rule';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'neptune-customer-key',
  title: 'clusters and graphs of Neptune are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody can withdraw access to the storage and its snapshots.',
  fix: 'set KmsKeyId of a cluster, KmsKeyIdentifier of a graph, to a customer-managed key',
  resourceTypes: ['AWS::Neptune::DBCluster', 'AWS::NeptuneGraph::Graph'],
  check(store) {
    return requireCustomerKey(
      store.property(store.type === 'AWS::NeptuneGraph::Graph' ? 'KmsKeyIdentifier' : 'KmsKeyId'),
    );
  },
};
