import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, numberOf } from '../../template/value';
import { rotatesByItself } from './key-kind';

/** Days. KMS takes 90 to 2560 and rotates every 365 when nothing is said. */
const LONGEST_PERIOD = 365;

export const keyRotation: Rule = {
  id: 'kms-key-rotation',
  title: 'symmetric KMS keys rotate at least once a year',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['hipaa'],
  why: 'Key material that never changes protects ever more PHI, and one leak opens all of it.',
  fix: `set EnableKeyRotation to true and RotationPeriodInDays to at most ${LONGEST_PERIOD}`,
  resourceTypes: ['AWS::KMS::Key'],
  check(key) {
    // what cannot rotate is for kms-key-manual-rotation
    if (rotatesByItself(key) === false) return 'not-applicable';
    return [
      ...requireLiteral(key.property('EnableKeyRotation'), isTrue, 'must be true'),
      ...allowLiteral(
        key.property('RotationPeriodInDays'),
        (days) => numberOf(days) <= LONGEST_PERIOD,
        `must be at most ${LONGEST_PERIOD} days`,
      ),
    ];
  },
};
