import { allowLiteral, requireLiteral } from '../../requirement';
import { unknown, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { MACHINE_TYPES, machineOf, templateOf } from './machine';

export const instanceImdsv2: Rule = {
  id: 'ec2-instance-imdsv2',
  title: 'machines answer for their role only to callers with a session token (IMDSv2)',
  severity: 'error',
  controls: ['164.312(d)', '164.312(a)(1)'],
  profiles: ['hipaa-nprm-2025'],
  proposed: ['NPRM 164.312(c)'],
  why: 'With version 1 any request that an application can be tricked into making hands out the credentials of the role.',
  fix: 'set MetadataOptions.HttpTokens to required, in the instance or in its launch template',
  resourceTypes: MACHINE_TYPES,
  check(resource) {
    const metadata = machineOf(resource).at('MetadataOptions');
    const tokens = metadata.at('HttpTokens');
    const isRequired = (value: unknown) => value === 'required';
    if (accepts(metadata.at('HttpEndpoint'), (state) => state === 'disabled') === true) return [];
    const source = resource.type === 'AWS::EC2::Instance' ? templateOf(resource) : 'none';
    if (source === 'none') return requireLiteral(tokens, isRequired, 'must be required');
    if (tokens.isPresent) return allowLiteral(tokens, isRequired, 'must be required');
    return source === 'here'
      ? 'not-applicable'
      : [unknown(tokens.path, 'is not set; the launch template elsewhere must require tokens')];
  },
};
