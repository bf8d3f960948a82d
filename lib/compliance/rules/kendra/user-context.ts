import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const userContext: Rule = {
  id: 'kendra-user-context',
  title: 'an index shows a user what that user may see',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['ai'],
  why: 'By default every caller sees every document, unless the application remembers to filter each time.',
  fix: 'set UserContextPolicy to USER_TOKEN, with UserTokenConfigurations',
  resourceTypes: ['AWS::Kendra::Index'],
  check(index) {
    return [
      ...requireLiteral(
        index.property('UserContextPolicy'),
        (policy) => policy === 'USER_TOKEN',
        'must be USER_TOKEN',
      ),
      ...requireSet(index.property('UserTokenConfigurations'), 'must say how tokens are read'),
    ];
  },
};
