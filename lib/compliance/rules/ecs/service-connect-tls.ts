import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onEach, whereThere } from '../cloudformation/where-there';

export const serviceConnectTls: Rule = {
  id: 'ecs-service-connect-tls',
  title: 'services of a mesh talk to each other over TLS',
  severity: 'error',
  controls: ['164.312(e)(1)', '164.312(e)(2)(ii)'],
  profiles: ['hipaa'],
  why: 'Service Connect sends requests in clear text through the network unless a certificate authority is named.',
  fix: 'set Tls.IssuerCertificateAuthority.AwsPcaAuthorityArn on each service',
  resourceTypes: ['AWS::ECS::Service'],
  check(service) {
    const connect = service.property('ServiceConnectConfiguration');
    const on = connect.at('Enabled').values.some((value) => value.kind !== 'literal' || isTrue(value.value));
    if (!connect.isPresent || !on) return 'not-applicable';
    return whereThere(connect, (block) =>
      onEach(block.at('Services'), (each) =>
        requireValue(
          each.at('Tls.IssuerCertificateAuthority.AwsPcaAuthorityArn'),
          () => true,
          'must name a private certificate authority',
        ),
      ),
    );
  },
};
