import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const aggregatorAllRegions: Rule = {
  id: 'securityhub-aggregator-all-regions',
  title: 'finding aggregators gather from every Region',
  severity: 'warning',
  controls: ['164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'A Region that is left out is one where nobody looks.',
  fix: 'set RegionLinkingMode to ALL_REGIONS',
  resourceTypes: ['AWS::SecurityHub::FindingAggregator'],
  check(aggregator) {
    return requireLiteral(
      aggregator.property('RegionLinkingMode'),
      (mode) => mode === 'ALL_REGIONS',
      'must be ALL_REGIONS',
    );
  },
};
