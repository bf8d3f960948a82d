import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const groupNoBearerTokens: Rule = {
  id: 'logs-group-no-bearer-tokens',
  title: 'log groups take no events by bearer token',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['hipaa'],
  why: 'A token says nothing of who writes, and works from anywhere until somebody finds it.',
  fix: 'drop BearerTokenAuthenticationEnabled',
  resourceTypes: ['AWS::Logs::LogGroup'],
  check(group) {
    return allowLiteral(
      group.property('BearerTokenAuthenticationEnabled'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
