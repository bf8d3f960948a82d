import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const sessionResumption: Rule = {
  id: 'transfer-session-resumption',
  title: 'data of FTPS comes from the client that logged in',
  severity: 'warning',
  controls: ['164.312(d)', '164.312(e)(2)(i)'],
  profiles: ['strict'],
  why: 'Where the session is not resumed, somebody else can take the data connection and with it the file.',
  fix: 'set ProtocolDetails.TlsSessionResumptionMode to ENFORCED',
  resourceTypes: ['AWS::Transfer::Server'],
  check(server) {
    const protocols = server.property('Protocols').list();
    // only FTPS has data connections of its own
    if (!protocols.texts.includes('FTPS') && !protocols.hasGaps) return 'not-applicable';
    return requireLiteral(
      server.property('ProtocolDetails.TlsSessionResumptionMode'),
      (mode) => mode === 'ENFORCED',
      'must be ENFORCED',
    );
  },
};
