import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const newDeviceChallenged: Rule = {
  id: 'cognito-new-device-challenged',
  title: 'a device that was never seen is challenged',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A stolen password is used from another device than that of its owner.',
  fix: 'set DeviceConfiguration.ChallengeRequiredOnNewDevice to true',
  resourceTypes: ['AWS::Cognito::UserPool'],
  check(pool) {
    return requireLiteral(
      pool.property('DeviceConfiguration.ChallengeRequiredOnNewDevice'),
      isTrue,
      'must be true',
    );
  },
};
