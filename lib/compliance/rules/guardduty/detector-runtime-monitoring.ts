import type { Rule } from '../../rule';
import { requireAny } from '../cloudformation/answer';
import { accepts, surelyHas } from '../cloudformation/members';

export const detectorRuntimeMonitoring: Rule = {
  id: 'guardduty-detector-runtime-monitoring',
  title: 'detectors watch what runs',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'Runtime Monitoring is off by default: what happens inside an instance or a container does not show.',
  fix: 'add the feature RUNTIME_MONITORING with Status ENABLED',
  resourceTypes: ['AWS::GuardDuty::Detector'],
  check(detector) {
    const features = detector.property('Features');
    return requireAny(
      features.path,
      [
        surelyHas(features, (feature) => {
          const isRuntime = accepts(feature.at('Name'), (name) => name === 'RUNTIME_MONITORING');
          return isRuntime === true
            ? accepts(feature.at('Status'), (status) => status === 'ENABLED')
            : isRuntime;
        }),
      ],
      'must have RUNTIME_MONITORING enabled',
    );
  },
};
