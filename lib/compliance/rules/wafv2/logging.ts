import { finding, type Rule } from '../../rule';
import { companions } from '../cloudformation/companions';

const logs = companions(['AWS::WAFv2::LoggingConfiguration'], (configuration) =>
  configuration.property('ResourceArn'),
);

export const logging: Rule = {
  id: 'wafv2-logging',
  title: 'web ACLs log each request they judge',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(6)(ii)'],
  profiles: ['hipaa'],
  why: 'An attack that was stopped comes back changed; the log shows what was tried, and what got through.',
  fix: 'add an AWS::WAFv2::LoggingConfiguration with the ARN of the web ACL',
  resourceTypes: ['AWS::WAFv2::WebACL'],
  check(acl) {
    return logs(acl).length > 0 ? [] : [finding('Properties', 'logs nothing')];
  },
};
