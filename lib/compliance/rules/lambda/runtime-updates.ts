import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const runtimeUpdates: Rule = {
  id: 'lambda-runtime-updates',
  title: 'runtimes are patched without somebody having to remember it',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)'],
  profiles: ['strict'],
  why: 'A function pinned to a version of its runtime keeps every hole that is found in it.',
  fix: 'set UpdateRuntimeOn to Auto or FunctionUpdate, or leave it out',
  resourceTypes: ['AWS::Lambda::Function', 'AWS::Lambda::Version'],
  check(resource) {
    const block = resource.type === 'AWS::Lambda::Version' ? 'RuntimePolicy' : 'RuntimeManagementConfig';
    return allowLiteral(
      resource.property(`${block}.UpdateRuntimeOn`),
      (when) => when !== 'Manual',
      'must not be Manual',
    );
  },
};
