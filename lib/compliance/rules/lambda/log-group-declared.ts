import { finding, unknown, type Rule } from '../../rule';
import type { Resource } from '../../template/resource';
import { deploysWith } from '../cloudformation/companions';
import { append, perAssembly } from '../cloudformation/per-assembly';

/** Log groups by their names, open places included. */
const groupsByName = perAssembly((assembly) => {
  const groups = new Map<string, Resource[]>();
  for (const group of assembly.resourcesOf('AWS::Logs::LogGroup')) {
    for (const name of group.property('LogGroupName').texts()) append(groups, name, group);
  }
  return groups;
});

export const logGroupDeclared: Rule = {
  id: 'lambda-log-group-declared',
  title: 'the log group of a function is part of the template',
  severity: 'error',
  controls: ['164.312(b)', '164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'The group that Lambda makes by itself has no key of yours, keeps for ever and is judged by nobody.',
  fix: 'declare an AWS::Logs::LogGroup and set LoggingConfig.LogGroup to it',
  resourceTypes: ['AWS::Lambda::Function'],
  check(lambda) {
    const group = lambda.property('LoggingConfig.LogGroup');
    const byName = groupsByName(lambda.template.assembly);
    const exists = (groups: readonly Resource[] = []) => groups.some((each) => deploysWith(each, lambda));
    const names = [...lambda.property('FunctionName').texts(), `\${${lambda.logicalId}}`];
    const found = group.alternatives().map((each) => {
      const texts = each.isPresent ? each.texts() : names.map((name) => `/aws/lambda/${name}`);
      return exists([...each.targets(), ...texts.flatMap((name) => byName.get(name) ?? [])]);
    });
    if (found.every(Boolean)) return [];
    return [
      group.values.every(({ kind }) => kind !== 'unknown')
        ? finding(group.path, 'names no log group of the assembly, and none is named after the function')
        : unknown(group.path, 'cannot be read; it must name a log group of the assembly'),
    ];
  },
};
