import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { perAssembly } from '../cloudformation/per-assembly';

/** True where a registry of the assembly scans all of its repositories, as they are pushed or all the time. */
const registryScans = perAssembly((assembly) =>
  assembly.resourcesOf('AWS::ECR::RegistryScanningConfiguration').some((registry) =>
    registry
      .property('Rules')
      .items()
      .some(
        (rule) =>
          rule
            .at('ScanFrequency')
            .texts()
            .every((frequency) => frequency !== 'MANUAL') &&
          rule
            .at('RepositoryFilters')
            .items()
            .some((filter) => filter.at('Filter').texts().includes('*')),
      ),
  ),
);

export const scanOnPush: Rule = {
  id: 'ecr-scan-on-push',
  title: 'images are searched for known holes when they are pushed',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(h)(2)(i)'],
  why: 'A hole that everybody knows is the one that is used.',
  fix: 'set ImageScanningConfiguration.ScanOnPush to true, or let the registry scan *',
  resourceTypes: ['AWS::ECR::Repository'],
  check(repository) {
    if (registryScans(repository.template.assembly)) return [];
    return requireLiteral(
      repository.property('ImageScanningConfiguration.ScanOnPush'),
      isTrue,
      'must be true',
    );
  },
};
