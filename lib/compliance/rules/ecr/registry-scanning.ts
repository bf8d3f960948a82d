import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { onEach } from '../cloudformation/where-there';

export const registryScanning: Rule = {
  id: 'ecr-registry-scanning',
  title: 'the registry keeps searching its images for holes found later',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(h)(2)(i)'],
  why: 'An image that had no known hole when it was pushed has some a month later.',
  fix: 'set ScanType to ENHANCED and ScanFrequency to CONTINUOUS_SCAN',
  resourceTypes: ['AWS::ECR::RegistryScanningConfiguration'],
  check(registry) {
    return [
      ...requireLiteral(registry.property('ScanType'), (type) => type === 'ENHANCED', 'must be ENHANCED'),
      ...onEach(registry.property('Rules'), (rule) =>
        allowLiteral(
          rule.at('ScanFrequency'),
          (frequency) => frequency === 'CONTINUOUS_SCAN',
          'must be CONTINUOUS_SCAN',
        ),
      ),
    ];
  },
};
