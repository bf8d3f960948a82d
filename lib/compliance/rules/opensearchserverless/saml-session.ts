import type { Parameter } from '../../parameter';
import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { numberOf } from '../../template/value';

const minutes: Parameter<number> = {
  name: 'minutes',
  description: 'longest session of a dashboard, in minutes; 60 when nothing is said',
  default: 60,
};

export const samlSession: Rule = {
  id: 'opensearchserverless-saml-session',
  title: 'sessions of dashboards end within the hour',
  severity: 'error',
  controls: ['164.312(a)(2)(iii)'],
  profiles: ['strict'],
  why: 'An open dashboard shows PHI to whoever sits down before it.',
  fix: 'lower SamlOptions.SessionTimeout',
  resourceTypes: ['AWS::OpenSearchServerless::SecurityConfig'],
  parameters: [minutes],
  check(config, _template, settings) {
    const longest = settings.of(minutes);
    return allowLiteral(
      config.property('SamlOptions.SessionTimeout'),
      (timeout) => numberOf(timeout) <= longest,
      `must be at most ${longest} minutes`,
    );
  },
};
