import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';

export const proxyIamAuthentication: Rule = {
  id: 'rds-proxy-iam-authentication',
  title: 'clients sign in to proxies with IAM, and never by a broken hash',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(a)(2)(i)'],
  profiles: ['strict'],
  why: "A proxy that takes passwords hands every client the database's own secret; MD5 and SHA-1 of it can be guessed.",
  fix: 'set IAMAuth to REQUIRED in each member of Auth',
  resourceTypes: ['AWS::RDS::DBProxy'],
  check(proxy) {
    return proxy
      .property('Auth')
      .alternatives()
      .flatMap((auth) => {
        const schemes = auth.items();
        if (schemes.length === 0)
          return requireLiteral(
            proxy.property('DefaultAuthScheme'),
            isOneOf('IAM_AUTH'),
            'must be IAM_AUTH where Auth is empty',
          );
        return schemes.flatMap((scheme) => [
          ...requireLiteral(scheme.at('IAMAuth'), isOneOf('REQUIRED'), 'must be REQUIRED'),
          ...allowLiteral(
            scheme.at('ClientPasswordAuthType'),
            (type) => !isOneOf('POSTGRES_MD5', 'MYSQL_NATIVE_PASSWORD')(type),
            'must not be a broken hash',
          ),
        ]);
      });
  },
};
