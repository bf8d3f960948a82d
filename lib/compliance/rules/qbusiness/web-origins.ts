import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';
import { placesOf } from '../cloudformation/places';

export const webOrigins: Rule = {
  id: 'qbusiness-web-origins',
  title: 'an assistant is embedded in pages that are named, by https',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.312(e)(2)(ii)'],
  profiles: ['ai'],
  why: 'A page around the assistant can lay traps over it; over http anybody on the way can be that page.',
  fix: 'write each of Origins out, beginning with https://',
  resourceTypes: ['AWS::QBusiness::WebExperience'],
  check(experience) {
    return placesOf(experience, 'Origins[]').flatMap((origin) =>
      requireValue(origin, isNamed, 'must be an https address without a wildcard'),
    );
  },
};

function isNamed(value: Value): boolean | undefined {
  const origin = textOf(value);
  if (origin?.startsWith('${')) return undefined;
  return origin !== undefined && origin.startsWith('https://') && !origin.includes('*');
}
