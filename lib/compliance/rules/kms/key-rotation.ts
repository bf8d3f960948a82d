import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import type { Json } from '../../template/json';
import type { Property } from '../../template/property';
import { isTrue, numberOf } from '../../template/value';

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
    if (isAlways(key.property('KeySpec'), (spec) => spec !== 'SYMMETRIC_DEFAULT')) return 'not-applicable';
    if (isAlways(key.property('Origin'), (origin) => origin !== 'AWS_KMS')) return 'not-applicable';
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

/** KMS rotates neither asymmetric keys nor key material that came from elsewhere. */
function isAlways(property: Property, is: (value: Json) => boolean): boolean {
  return property.values.every((value) => value.kind === 'literal' && is(value.value));
}
