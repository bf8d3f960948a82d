import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { textOf } from '../../template/value';

export const aliasOwnName: Rule = {
  id: 'kms-alias-own-name',
  title: 'aliases are outside the name space of AWS',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'An alias that looks like one of AWS makes a reader believe that AWS manages the key.',
  fix: 'give a name that begins with alias/ and not with alias/aws',
  resourceTypes: ['AWS::KMS::Alias'],
  check(alias) {
    return requireValue(
      alias.property('AliasName'),
      (value) => {
        const name = textOf(value);
        return name === undefined ? undefined : /^alias\/(?!aws)/iu.test(name);
      },
      'must begin with alias/ and not with alias/aws',
    );
  },
};
