import { finding, unknown, type Rule } from '../../rule';
import { accepts, surelyHas } from '../cloudformation/members';
import { onContainers } from './containers';

export const capabilitiesDropped: Rule = {
  id: 'ecs-capabilities-dropped',
  title: 'containers give up the capabilities they do not need',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'Fourteen capabilities come by default; hardly a program needs one of them.',
  fix: 'set LinuxParameters.Capabilities.Drop to [ALL]',
  resourceTypes: ['AWS::ECS::TaskDefinition'],
  check(task) {
    return onContainers(task, (container) => {
      const drop = container.at('LinuxParameters.Capabilities.Drop');
      const all = surelyHas(drop, (each) => accepts(each, (value) => value === 'ALL'));
      if (all === true) return [];
      return [
        all === false
          ? finding(drop.path, 'must have ALL')
          : unknown(drop.path, 'cannot be read; it must have ALL'),
      ];
    });
  },
};
