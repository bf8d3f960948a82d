import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

export const launchConfigImdsv2: Rule = {
  id: 'autoscaling-launch-config-imdsv2',
  title:
    'machines of a launch configuration answer for their role only to callers with a session token (IMDSv2)',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(c)'],
  why: 'With version 1 any request that an application can be tricked into making hands out the credentials of the role.',
  fix: 'set MetadataOptions.HttpTokens to required, or move to a launch template',
  resourceTypes: ['AWS::AutoScaling::LaunchConfiguration'],
  check(configuration) {
    const metadata = configuration.property('MetadataOptions');
    if (accepts(metadata.at('HttpEndpoint'), (state) => state === 'disabled') === true) return [];
    return requireLiteral(metadata.at('HttpTokens'), (value) => value === 'required', 'must be required');
  },
};
