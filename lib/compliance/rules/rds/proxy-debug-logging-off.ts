import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const proxyDebugLoggingOff: Rule = {
  id: 'rds-proxy-debug-logging-off',
  title: 'proxies do not log the statements that pass through',
  severity: 'error',
  controls: ['164.502(b)', '164.312(a)(1)'],
  profiles: ['hipaa'],
  why: 'Debug logs of a proxy hold whole SQL statements, and with them PHI.',
  fix: 'leave DebugLogging out, or set it to false',
  resourceTypes: ['AWS::RDS::DBProxy'],
  check(proxy) {
    return allowLiteral(proxy.property('DebugLogging'), (value) => !isTrue(value), 'must not be true');
  },
};
