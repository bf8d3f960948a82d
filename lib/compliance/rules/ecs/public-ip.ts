import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const publicIp: Rule = {
  id: 'ecs-public-ip',
  title: 'tasks have no public address',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'A task with a public address is one open port away from the internet, past every load balancer and firewall.',
  fix: 'set AssignPublicIp to DISABLED and run tasks in private subnets',
  resourceTypes: ['AWS::ECS::Service', 'AWS::ECS::TaskSet'],
  check(service) {
    const network = service.property('NetworkConfiguration');
    return ['AwsvpcConfiguration', 'AwsVpcConfiguration'].flatMap((name) =>
      allowLiteral(network.at(`${name}.AssignPublicIp`), (value) => value !== 'ENABLED', 'must be DISABLED'),
    );
  },
};
