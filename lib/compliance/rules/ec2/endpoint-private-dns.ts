import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue, textOf } from '../../template/value';

export const endpointPrivateDns: Rule = {
  id: 'ec2-endpoint-private-dns',
  title: 'interface endpoints answer under the public name of their service',
  severity: 'error',
  controls: ['164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Without private DNS an SDK resolves the public address and goes, or tries to go, over the internet.',
  fix: 'set PrivateDnsEnabled to true',
  resourceTypes: ['AWS::EC2::VPCEndpoint'],
  check(endpoint) {
    const type = endpoint.property('VpcEndpointType').values;
    const isOther = type.every(
      (value) => value.kind === 'absent' || (value.kind === 'literal' && value.value !== 'Interface'),
    );
    // a service of somebody else need not have a private name
    const isForeign = endpoint
      .property('ServiceName')
      .values.every((name) => textOf(name)?.includes('.vpce-svc-') === true);
    if (isOther || isForeign) return 'not-applicable';
    return requireLiteral(endpoint.property('PrivateDnsEnabled'), isTrue, 'must be true');
  },
};
