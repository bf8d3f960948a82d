import { finding, unknown, type Rule } from '../../rule';
import { accepts, surelyHas } from '../cloudformation/members';

export const containerInsights: Rule = {
  id: 'ecs-container-insights',
  title: 'clusters report what their tasks do',
  severity: 'warning',
  controls: ['164.312(b)', '164.308(a)(6)(ii)'],
  profiles: ['strict'],
  why: 'Tasks that restart or grow without reason are how an incident shows first.',
  fix: 'set ClusterSettings containerInsights to enabled or enhanced',
  resourceTypes: ['AWS::ECS::Cluster'],
  check(cluster) {
    const settings = cluster.property('ClusterSettings');
    const on = surelyHas(settings, (setting) => {
      if (accepts(setting.at('Name'), (name) => name === 'containerInsights') === false) return false;
      return accepts(setting.at('Value'), (value) => value === 'enabled' || value === 'enhanced');
    });
    if (on === true) return [];
    const message = 'must have containerInsights enabled or enhanced';
    return [
      on === false
        ? finding(settings.path, message)
        : unknown(settings.path, `cannot be read; it ${message}`),
    ];
  },
};
