import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const aggregatorAllRegions: Rule = {
  id: 'config-aggregator-all-regions',
  title: 'aggregators gather from every Region',
  severity: 'warning',
  controls: ['164.308(a)(8)'],
  profiles: ['strict'],
  why: 'A Region that is left out is one where nobody looks.',
  fix: 'set AllAwsRegions to true',
  resourceTypes: ['AWS::Config::ConfigurationAggregator'],
  check(aggregator) {
    const organization = aggregator.property('OrganizationAggregationSource');
    const sources = [
      ...aggregator.property('AccountAggregationSources').items(),
      ...(organization.isPresent ? [organization] : []),
    ];
    return sources.flatMap((source) => requireLiteral(source.at('AllAwsRegions'), isTrue, 'must be true'));
  },
};
