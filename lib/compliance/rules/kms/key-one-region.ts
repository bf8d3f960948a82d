import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const keyOneRegion: Rule = {
  id: 'kms-key-one-region',
  title: 'keys stay in their Region',
  severity: 'warning',
  controls: ['164.312(a)(1)', '164.310(d)(2)(iii)'],
  profiles: ['strict'],
  why: 'A multi-Region key lets copies of PHI be opened where nobody expects them.',
  fix: 'leave MultiRegion out',
  resourceTypes: ['AWS::KMS::Key'],
  check(key) {
    return allowLiteral(key.property('MultiRegion'), (value) => !isTrue(value), 'must not be true');
  },
};
