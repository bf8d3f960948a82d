import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const atRestEncrypted: Rule = {
  id: 'opensearchservice-at-rest-encrypted',
  title: 'search domains are encrypted',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'A domain keeps indexes, logs and snapshots in clear text unless told otherwise.',
  fix: 'set EncryptionAtRestOptions.Enabled to true',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    return requireLiteral(domain.property('EncryptionAtRestOptions.Enabled'), isTrue, 'must be true');
  },
};
