import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';
import { requireRetained } from '../cloudformation/retained';

/** Days. The longest wait KMS offers, and what it takes when nothing is said. */
const LONGEST_WINDOW = 30;

export const keyRetained: Rule = {
  id: 'kms-key-retained',
  title: 'KMS keys outlive their stack and wait 30 days before deletion',
  severity: 'error',
  controls: ['164.308(a)(7)(ii)(A)', '164.310(d)(2)(iv)'],
  profiles: ['strict'],
  why: 'Everything encrypted under a key is lost with the key, backups included.',
  fix: `set DeletionPolicy and UpdateReplacePolicy to Retain, and PendingWindowInDays to ${LONGEST_WINDOW} or leave it out`,
  resourceTypes: ['AWS::KMS::Key', 'AWS::KMS::ReplicaKey'],
  check(key) {
    return [
      ...requireRetained(key),
      ...allowLiteral(
        key.property('PendingWindowInDays'),
        (days) => numberOf(days) >= LONGEST_WINDOW,
        `must be ${LONGEST_WINDOW} days`,
      ),
    ];
  },
};
