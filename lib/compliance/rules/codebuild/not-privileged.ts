import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const notPrivileged: Rule = {
  id: 'codebuild-not-privileged',
  title: 'builds are not privileged',
  severity: 'warning',
  controls: ['164.308(a)(4)(ii)(B)'],
  profiles: ['strict'],
  why: 'A privileged build is root on its host.',
  fix: 'set PrivilegedMode to false; build images with a tool that needs no daemon',
  resourceTypes: ['AWS::CodeBuild::Project'],
  check(project) {
    return allowLiteral(
      project.property('Environment.PrivilegedMode'),
      (value) => !isTrue(value),
      'must not be true',
    );
  },
};
