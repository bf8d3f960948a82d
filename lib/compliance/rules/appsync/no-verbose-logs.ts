import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const noVerboseLogs: Rule = {
  id: 'appsync-no-verbose-logs',
  title: 'APIs of AppSync log no contents of requests and answers',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'By default the log holds headers, contexts and evaluated templates: tokens, and PHI that operators read.',
  fix: 'set LogConfig.ExcludeVerboseContent to true',
  resourceTypes: ['AWS::AppSync::GraphQLApi'],
  check(api) {
    const log = api.property('LogConfig');
    if (!log.isPresent) return 'not-applicable';
    return requireLiteral(log.at('ExcludeVerboseContent'), isTrue, 'must be true');
  },
};
