import { isEverybody } from '../../policy/principal';
import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf, type Value } from '../../template/value';

export const permissionNamed: Rule = {
  id: 'qbusiness-permission-named',
  title: 'permissions on an assistant are for somebody named',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa', 'ai'],
  why: 'Anybody with an AWS account could search the documents of the organization.',
  fix: 'write out Principal as the ARN of a role',
  resourceTypes: ['AWS::QBusiness::Permission'],
  check(permission) {
    return requireValue(permission.property('Principal'), isNamed, 'must be the ARN of one principal');
  },
};

function isNamed(value: Value): boolean {
  return !isEverybody(textOf(value) ?? '*');
}
