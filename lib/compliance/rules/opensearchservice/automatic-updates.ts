import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const automaticUpdates: Rule = {
  id: 'opensearchservice-automatic-updates',
  title: 'search domains take service software updates by themselves',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'Service software is how security fixes of a domain arrive.',
  fix: 'set SoftwareUpdateOptions.AutoSoftwareUpdateEnabled to true',
  resourceTypes: ['AWS::OpenSearchService::Domain'],
  check(domain) {
    return requireLiteral(
      domain.property('SoftwareUpdateOptions.AutoSoftwareUpdateEnabled'),
      isTrue,
      'must be true',
    );
  },
};
