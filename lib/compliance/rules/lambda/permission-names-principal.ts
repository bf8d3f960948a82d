import { isEverybody } from '../../policy/principal';
import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf } from '../../template/value';

export const permissionNamesPrincipal: Rule = {
  id: 'lambda-permission-names-principal',
  title: 'permissions on functions and layers name their principal',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)', '164.312(a)(1)'],
  profiles: ['strict'],
  why: 'A wildcard that only a condition narrows opens to everybody with the next edit of that condition.',
  fix: 'set Principal to a service or an account',
  resourceTypes: ['AWS::Lambda::Permission', 'AWS::Lambda::LayerVersionPermission'],
  check(permission) {
    return requireValue(
      permission.property('Principal'),
      (value) => {
        const text = textOf(value);
        return text === undefined ? undefined : !isEverybody(text);
      },
      'must name a service or an account',
    );
  },
};
