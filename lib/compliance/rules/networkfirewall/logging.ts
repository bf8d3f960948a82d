import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const logs = companions(['AWS::NetworkFirewall::LoggingConfiguration'], (configuration) =>
  configuration.property('FirewallArn'),
);

export const logging: Rule = {
  id: 'networkfirewall-logging',
  title: 'network firewalls log what they see',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(6)(ii)'],
  profiles: ['hipaa'],
  why: 'A connection that was dropped is the first sign that something inside wants out.',
  fix: 'add an AWS::NetworkFirewall::LoggingConfiguration with LogType ALERT and FLOW',
  resourceTypes: ['AWS::NetworkFirewall::Firewall'],
  check(firewall) {
    return logs(firewall).length > 0 ? [] : [finding('Properties', 'logs nothing')];
  },
};
