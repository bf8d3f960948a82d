import { onEachAllow } from '../../policy/allow';
import { narrowsCaller } from '../../policy/narrowing';
import { isEverybody } from '../../policy/principal';
import { type Statement, statementsOf } from '../../policy/statement';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { observe } from '../cloudformation/answer';

export const policyNotPublic: Rule = {
  id: 'efs-policy-not-public',
  title: 'no policy of a file system lets everybody in',
  severity: 'fatal',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'Whoever reaches a mount target could read every file.',
  fix: 'name the principals, or allow only those that come through a mount target: Bool elasticfilesystem:AccessedViaMountTarget',
  resourceTypes: ['AWS::EFS::FileSystem'],
  check(files, template) {
    return [
      ...allowLiteral(
        files.property('BypassPolicyLockoutSafetyCheck'),
        (value) => !isTrue(value),
        'must not be true',
      ),
      ...onEachAllow(
        statementsOf(files.property('FileSystemPolicy'), template),
        ['principal'],
        (statement) => {
          if (!statement.principals.some(isEverybody) && statement.notPrincipals.length === 0) return [];
          if (comesThroughMountTarget(statement)) return [];
          return observe(
            narrowsCaller(statement),
            statement.path,
            'allows everybody, and no condition says whose principals',
          );
        },
      ),
    ];
  },
};

/** What EFS itself counts as not public. Source: EFS user guide, "Blocking public access to file systems". */
function comesThroughMountTarget({ conditions }: Statement): boolean {
  return conditions.some(
    ({ operator, key, values, optional, hasGaps }) =>
      /^bool$/iu.test(operator) &&
      key === 'elasticfilesystem:accessedviamounttarget' &&
      !optional &&
      !hasGaps &&
      values.length > 0 &&
      values.every((value) => value.toLowerCase() === 'true'),
  );
}
