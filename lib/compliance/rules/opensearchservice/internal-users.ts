import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, numberOf } from '../../template/value';

const LONGEST_SESSION = 60;

export const internalUsers: Rule = {
  id: 'opensearchservice-internal-users',
  title: 'people sign in to search domains with an identity of yours',
  severity: 'warning',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['strict'],
  why: 'The internal user database has shared passwords that nobody rotates, and sessions should end with the shift.',
  fix: 'leave InternalUserDatabaseEnabled out, name an IAM role in MasterUserOptions.MasterUserARN, and keep SAML sessions to an hour',
  resourceTypes: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check(domain) {
    const security = domain.property('AdvancedSecurityOptions');
    return [
      ...allowLiteral(
        security.at('InternalUserDatabaseEnabled'),
        (value) => !isTrue(value),
        'must not be true',
      ),
      ...allowLiteral(
        security.at('SAMLOptions.SessionTimeoutMinutes'),
        (minutes) => numberOf(minutes) <= LONGEST_SESSION,
        `must be at most ${LONGEST_SESSION} minutes`,
      ),
    ];
  },
};
