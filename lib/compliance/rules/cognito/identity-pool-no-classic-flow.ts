import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const identityPoolNoClassicFlow: Rule = {
  id: 'cognito-identity-pool-no-classic-flow',
  title: 'identity pools hand out scoped credentials only',
  severity: 'error',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'In the classic flow the caller picks the role himself, and the session policy that narrows guests is missing.',
  fix: 'leave AllowClassicFlow out',
  resourceTypes: ['AWS::Cognito::IdentityPool'],
  check(pool) {
    return allowLiteral(pool.property('AllowClassicFlow'), (flow) => !isTrue(flow), 'must not be true');
  },
};
