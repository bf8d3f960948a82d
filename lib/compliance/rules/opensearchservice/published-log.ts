import { requireLiteral, requireValue } from '../../requirement';
import type { Observation } from '../../rule';
import type { Resource } from '../../template/resource';
import { isTrue } from '../../template/value';
import { matches } from '../cloudformation/certainty';

/** Requires that a domain publishes a log to a log group. */
export function requirePublished(domain: Resource, log: string): readonly Observation[] {
  const options = domain.property('LogPublishingOptions').member(log);
  return [
    ...requireLiteral(options.at('Enabled'), isTrue, 'must be true'),
    ...requireValue(
      options.at('CloudWatchLogsLogGroupArn'),
      (value) => (value.kind === 'literal' ? matches(/[^\d.]/u)(value.value) : true),
      'must be the ARN of a log group',
    ),
  ];
}
