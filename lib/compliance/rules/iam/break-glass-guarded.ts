import { onEachAllow } from '../../policy/allow';
import { asksForSecondFactor } from '../../policy/second-factor';
import { statementsOf } from '../../policy/statement';
import { allowLiteral } from '../../requirement';
import { finding, unknown, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { numberOf } from '../../template/value';

const NAME = /break-?_?glass|emergency/iu;
const HOUR = 3600;

export const breakGlassGuarded: Rule = {
  id: 'iam-break-glass-guarded',
  title: 'an emergency role asks for a second factor and lasts an hour',
  severity: 'error',
  controls: ['164.312(a)(2)(ii)', '164.312(d)', '164.312(a)(2)(iii)'],
  profiles: ['hipaa'],
  why: 'The role that opens everything in an emergency is the one that everybody who breaks in looks for.',
  fix: 'add the condition Bool aws:MultiFactorAuthPresent = true to its trust policy, and MaxSessionDuration of 3600 at most',
  resourceTypes: ['AWS::IAM::Role'],
  check(role, template) {
    if (!isBreakGlass(role)) return 'not-applicable';
    const trust = statementsOf(role.property('AssumeRolePolicyDocument'), template);
    return [
      ...allowLiteral(
        role.property('MaxSessionDuration'),
        (value) => numberOf(value) <= HOUR,
        'must be at most 3600',
      ),
      ...onEachAllow(trust, [], (statement) => {
        const asks = asksForSecondFactor(statement);
        if (asks === true) return [];
        return [
          asks === false
            ? finding(statement.path, 'lets the role be taken without a second factor')
            : unknown(statement.path, 'has a condition that cannot be read'),
        ];
      }),
    ];
  },
};

/** By its name, its logical id or a tag. */
function isBreakGlass(role: Resource): boolean {
  const tags = role
    .property('Tags')
    .items()
    .flatMap((tag) => [...tag.at('Key').texts(), ...tag.at('Value').texts()]);
  return [role.logicalId, ...role.property('RoleName').texts(), ...tags].some((text) => NAME.test(text));
}
