import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';
import { placesOf } from '../cloudformation/places';

/** The only cleartext address Cognito takes, for tests on one's own machine. */
const OWN_MACHINE = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?=[:/]|$)/u;

export const callbackHttps: Rule = {
  id: 'cognito-callback-https',
  title: 'tokens return to https addresses',
  severity: 'error',
  controls: ['164.312(e)(2)(ii)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'A code or token sent to an address in clear can be read and used on the way.',
  fix: 'write CallbackURLs and LogoutURLs with https, or with the scheme of your own application',
  resourceTypes: ['AWS::Cognito::UserPoolClient'],
  check(client) {
    return placesOf(client, 'CallbackURLs[]', 'LogoutURLs[]', 'DefaultRedirectURI?').flatMap((url) =>
      requireValue(url, isSafe, 'must be an https address'),
    );
  },
};

function isSafe(value: Value): boolean | undefined {
  const url = textOf(value)?.toLowerCase();
  if (url === undefined || url.startsWith('${')) return undefined;
  return !url.startsWith('http://') || OWN_MACHINE.test(url);
}
