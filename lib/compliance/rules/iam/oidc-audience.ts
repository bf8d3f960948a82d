import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const oidcAudience: Rule = {
  id: 'iam-oidc-audience',
  title: 'a provider of web identities names for whom its tokens are',
  severity: 'warning',
  controls: ['164.312(d)'],
  profiles: ['strict'],
  why: 'A token that was made for another service is then told from one for AWS by the trust policies of roles alone.',
  fix: 'set ClientIdList, for example to sts.amazonaws.com',
  resourceTypes: ['AWS::IAM::OIDCProvider'],
  check(provider) {
    return requireSet(provider.property('ClientIdList'), 'must name an audience');
  },
};
