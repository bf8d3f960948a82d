import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { requirePresent } from '../cloudformation/set';

const LEVELS: readonly unknown[] = ['ERROR', 'INFO', 'DEBUG', 'ALL'];

export const logging: Rule = {
  id: 'appsync-logging',
  title: 'APIs of AppSync log requests and errors',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Without the log nobody can say who asked for which fields, nor when.',
  fix: 'set LogConfig with CloudWatchLogsRoleArn, and FieldLogLevel or LogLevel ERROR',
  resourceTypes: ['AWS::AppSync::GraphQLApi', 'AWS::AppSync::Api'],
  check(api) {
    const isGraph = api.type === 'AWS::AppSync::GraphQLApi';
    const log = api.property(isGraph ? 'LogConfig' : 'EventConfig.LogConfig');
    return [
      ...requireLiteral(
        log.at(isGraph ? 'FieldLogLevel' : 'LogLevel'),
        (level) => LEVELS.includes(level),
        `must be ${LEVELS.join(', ')}`,
      ),
      ...requirePresent(log.at('CloudWatchLogsRoleArn'), 'must name a role'),
    ];
  },
};
