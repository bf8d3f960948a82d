import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const notPublic: Rule = {
  id: 'codebuild-not-public',
  title: 'results of builds are not public',
  severity: 'fatal',
  controls: ['164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Logs and artifacts of a public project are on the internet, with whatever the build printed.',
  fix: 'set Visibility to PRIVATE or leave it out',
  resourceTypes: ['AWS::CodeBuild::Project'],
  check(project) {
    return allowLiteral(
      project.property('Visibility'),
      (value) => value !== 'PUBLIC_READ',
      'must be PRIVATE',
    );
  },
};
