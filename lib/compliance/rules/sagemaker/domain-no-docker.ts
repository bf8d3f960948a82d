import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const domainNoDocker: Rule = {
  id: 'sagemaker-domain-no-docker',
  title: 'notebooks start no containers of their own',
  severity: 'error',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(a)(1)'],
  profiles: ['ai'],
  why: 'A container that a user starts in Studio runs an image that nobody scanned, beside the data.',
  fix: 'leave DomainSettings.DockerSettings.EnableDockerAccess out',
  resourceTypes: ['AWS::SageMaker::Domain'],
  check(domain) {
    return allowLiteral(
      domain.property('DomainSettings.DockerSettings.EnableDockerAccess'),
      (access) => access === 'DISABLED',
      'must be DISABLED',
    );
  },
};
