import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const keyEnabled: Rule = {
  id: 'kms-key-enabled',
  title: 'no key is made disabled',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'What is under a disabled key cannot be read, in an emergency neither.',
  fix: 'leave Enabled out, or set it to true',
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key) {
    return allowLiteral(key.property('Enabled'), isTrue, 'must be true');
  },
};
