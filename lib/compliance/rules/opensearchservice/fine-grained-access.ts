import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const fineGrainedAccess: Rule = {
  id: 'opensearchservice-fine-grained-access',
  title: 'search domains decide by user what may be read',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(d)', '164.308(a)(4)(ii)(B)'],
  profiles: ['hipaa'],
  why: 'Without fine-grained access control whoever reaches the domain reads every index, and the audit log stays empty.',
  fix: 'set AdvancedSecurityOptions.Enabled to true and leave AnonymousAuthEnabled out',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    const security = domain.property('AdvancedSecurityOptions');
    return [
      ...requireLiteral(security.at('Enabled'), isTrue, 'must be true'),
      ...allowLiteral(security.at('AnonymousAuthEnabled'), (value) => !isTrue(value), 'must not be true'),
    ];
  },
};
