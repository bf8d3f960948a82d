import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const platformVersion: Rule = {
  id: 'ecs-platform-version',
  title: 'tasks run on the latest platform of Fargate',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'A platform version that is written down stays when its holes are found.',
  fix: 'set PlatformVersion to LATEST or leave it out',
  resourceTypes: ['AWS::ECS::Service', 'AWS::ECS::TaskSet'],
  check(service) {
    return allowLiteral(
      service.property('PlatformVersion'),
      (version) => version === 'LATEST',
      'must be LATEST',
    );
  },
};
