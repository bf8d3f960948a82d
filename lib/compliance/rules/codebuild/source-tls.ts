import { allowLiteral, requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, textOf } from '../../template/value';
import { onEach } from '../cloudformation/where-there';

export const sourceTls: Rule = {
  id: 'codebuild-source-tls',
  title: 'builds fetch their source over TLS that they verify',
  severity: 'error',
  controls: ['164.312(c)(1)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Whoever sits in between could hand the build other code.',
  fix: 'set InsecureSsl to false and use https://',
  resourceTypes: ['AWS::CodeBuild::Project'],
  check(project) {
    const sources = [project.property('Source'), project.property('SecondarySources')];
    return sources.flatMap((source) =>
      onEach(source, (each) => [
        ...allowLiteral(each.at('InsecureSsl'), (value) => !isTrue(value), 'must not be true'),
        ...requireValue(
          each.at('Location'),
          (value) => !textOf(value)?.toLowerCase().startsWith('http://'),
          'must not be http://',
          { absent: 'accepted' },
        ),
      ]),
    );
  },
};
