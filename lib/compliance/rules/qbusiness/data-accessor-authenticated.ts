import type { Rule } from '../../rule';
import { isAlways } from '../cloudformation/certainty';
import { placesOf } from '../cloudformation/places';
import { requireSet } from '../cloudformation/set';

const ISSUER = 'AuthenticationConfiguration.IdcTrustedTokenIssuerConfiguration.IdcTrustedTokenIssuerArn';

export const dataAccessorAuthenticated: Rule = {
  id: 'qbusiness-data-accessor-authenticated',
  title: 'other companies name the user for whom they search',
  severity: 'error',
  controls: ['164.312(d)', '164.502(b)'],
  profiles: ['strict'],
  why: 'Without an issuer whose tokens are trusted, documents cannot be filtered by what the user may see.',
  fix: 'set IdcTrustedTokenIssuerArn in AuthenticationDetail, or AuthenticationType to AWS_IAM_IDC_AUTH_CODE',
  resourceTypes: ['AWS::QBusiness::DataAccessor'],
  check(accessor) {
    return placesOf(accessor, 'AuthenticationDetail?')
      .filter((detail) => !isAlways(detail.at('AuthenticationType'), (type) => type === 'AWS_IAM_IDC_AUTH_CODE'))
      .flatMap((detail) => requireSet(detail.at(ISSUER), 'must be set'));
  },
};
