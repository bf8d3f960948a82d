import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';
import { settingsOf, STAGE_TYPES } from './stage';

export const cacheEncrypted: Rule = {
  id: 'apigateway-cache-encrypted',
  title: 'stages of an API encrypt the answers they keep',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.402'],
  profiles: ['hipaa'],
  why: 'The cache keeps answers with PHI in clear text unless it is told to encrypt them.',
  fix: 'set CacheDataEncrypted to true wherever CachingEnabled is',
  resourceTypes: STAGE_TYPES,
  check(resource) {
    return settingsOf(resource)
      .filter(
        (settings) =>
          accepts(settings.at('CachingEnabled'), (value) => value === undefined || isNo(value)) !== true,
      )
      .flatMap((settings) => requireLiteral(settings.at('CacheDataEncrypted'), isTrue, 'must be true'));
  },
};

function isNo(value: unknown): boolean {
  return value === false || (typeof value === 'string' && value.toLowerCase() === 'false');
}
