import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const nodeToNodeEncrypted: Rule = {
  id: 'opensearchservice-node-to-node-encrypted',
  title: 'nodes of search domains speak TLS with each other',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Shards are copied between nodes in clear text unless told otherwise.',
  fix: 'set NodeToNodeEncryptionOptions.Enabled to true',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    return requireLiteral(domain.property('NodeToNodeEncryptionOptions.Enabled'), isTrue, 'must be true');
  },
};
