import type { Rule } from '../../rule';
import { requireRetained } from '../cloudformation/retained';

export const authorityRetained: Rule = {
  id: 'acmpca-authority-retained',
  title: 'private CAs outlive their stack',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)', '164.312(d)'],
  profiles: ['strict'],
  why: 'With the CA all services that trust it lose their identity at once.',
  fix: 'set DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::ACMPCA::CertificateAuthority'],
  check(authority) {
    return requireRetained(authority);
  },
};
