import { finding, type Rule } from '../../rule';

export const groupNotifies: Rule = {
  id: 'autoscaling-group-notifies',
  title: 'groups tell somebody when they start or replace machines',
  severity: 'warning',
  controls: ['164.308(a)(6)(ii)', '164.308(a)(1)(ii)(D)'],
  profiles: ['strict'],
  why: 'Machines that are replaced again and again are a failure or an attack, and nobody looks.',
  fix: 'set NotificationConfigurations with a topic',
  resourceTypes: ['AWS::AutoScaling::AutoScalingGroup'],
  check(group) {
    const lists = [group.property('NotificationConfigurations'), group.property('NotificationConfiguration')];
    const isSet = lists.some((list) =>
      list.values.every(
        (value) =>
          value.kind !== 'absent' &&
          !(value.kind === 'literal' && Array.isArray(value.value) && value.value.length === 0),
      ),
    );
    return isSet ? [] : [finding('Properties.NotificationConfigurations', 'must name a topic')];
  },
};
