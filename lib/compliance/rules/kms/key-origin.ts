import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const keyOrigin: Rule = {
  id: 'kms-key-origin',
  title: 'key material is made by KMS',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'Material from elsewhere has been outside of KMS, does not rotate by itself, and can expire with everything under it.',
  fix: 'leave Origin out, or set it to AWS_KMS or AWS_CLOUDHSM',
  resourceTypes: ['AWS::KMS::Key'],
  check(key) {
    return allowLiteral(
      key.property('Origin'),
      (origin) => origin === 'AWS_KMS' || origin === 'AWS_CLOUDHSM',
      'must be AWS_KMS or AWS_CLOUDHSM',
    );
  },
};
