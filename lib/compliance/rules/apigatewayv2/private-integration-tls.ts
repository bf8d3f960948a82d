import { finding, unknown, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';
import { isGiven } from '../cloudformation/set';

export const privateIntegrationTls: Rule = {
  id: 'apigatewayv2-private-integration-tls',
  title: 'HTTP APIs speak TLS behind a VPC link',
  severity: 'warning',
  controls: ['164.312(e)(2)(ii)', '164.312(e)(1)'],
  profiles: ['strict'],
  // Source: API Gateway V2 API reference, "TlsConfig"
  why: 'A private integration without TlsConfig speaks plain HTTP, whatever the listener would take.',
  fix: 'set TlsConfig.ServerNameToVerify to a name in the certificate of the listener',
  resourceTypes: ['AWS::ApiGatewayV2::Integration'],
  check(integration) {
    const connection = integration.property('ConnectionType');
    const isElsewhere = accepts(connection, (type) => type !== 'VPC_LINK');
    const isSocket = integration
      .property('ApiId')
      .targets()
      .some((api) => accepts(api.property('ProtocolType'), (protocol) => protocol === 'WEBSOCKET') === true);
    // WebSocket APIs say it in the URI
    if (isElsewhere === true || isSocket) return 'not-applicable';
    const name = integration.property('TlsConfig.ServerNameToVerify');
    if (isGiven(name)) return [];
    return [
      isElsewhere === undefined
        ? unknown(name.path, 'is not set; a private integration must verify a name')
        : finding(name.path, 'must be set for a private integration'),
    ];
  },
};
