import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';
import { placesOf } from '../cloudformation/places';

export const returnUrl: Rule = {
  id: 'bedrockagentcore-return-url',
  title: 'tokens of users return to https addresses that are named',
  severity: 'error',
  controls: ['164.312(d)', '164.312(e)(2)(ii)'],
  profiles: ['ai'],
  why: "The code that becomes a token in a user's name goes wherever a return address with http or a wildcard lets it.",
  fix: 'write each of AllowedResourceOauth2ReturnUrls out, beginning with https://',
  resourceTypes: ['AWS::BedrockAgentCore::WorkloadIdentity'],
  check(identity) {
    return placesOf(identity, 'AllowedResourceOauth2ReturnUrls[]').flatMap((url) =>
      requireValue(url, isNamed, 'must be an https address without a wildcard'),
    );
  },
};

function isNamed(value: Value): boolean | undefined {
  const url = textOf(value);
  if (url?.startsWith('${')) return undefined;
  return url !== undefined && url.startsWith('https://') && !url.includes('*');
}
