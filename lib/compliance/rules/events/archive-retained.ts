import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { requireRetained } from '../cloudformation/retained';

/** Six years, as for the documentation that 164.316(b)(2)(i) speaks of. */
const days: Parameter<number> = {
  name: 'days',
  description: 'least time that archived events are kept, in days; 0 or nothing keeps them for ever',
  default: 2192,
};

export const archiveRetained: Rule = {
  id: 'events-archive-retained',
  title: 'archives of events are kept as long as other evidence',
  severity: 'warning',
  controls: ['164.316(b)(2)(i)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  parameters: [days],
  why: 'An archive is what lost work is done again from, and what shows later what happened.',
  fix: 'leave RetentionDays out or set it to 2192, and DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::Events::Archive'],
  check(archive, _, settings) {
    const least = settings.of(days);
    return [
      ...requireRetained(archive),
      ...allowLiteral(
        archive.property('RetentionDays'),
        (value) => numberOf(value) === 0 || numberOf(value) >= least,
        `must be at least ${least} days`,
      ),
    ];
  },
};
