import { requireValue } from '../../requirement';
import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const kerberos: Rule = {
  id: 'emr-kerberos',
  title: 'clusters know who their users are',
  severity: 'error',
  controls: ['164.312(a)(2)(i)', '164.312(d)'],
  profiles: ['hipaa'],
  why: 'Hadoop believes any name that a client gives, unless Kerberos proves it.',
  fix: 'set KerberosAttributes with a Realm, and Kerberos in the security configuration',
  resourceTypes: ['AWS::EMR::Cluster'],
  check(cluster) {
    const attributes = cluster.property('KerberosAttributes');
    return [
      ...requireValue(attributes, () => true, 'must be set'),
      ...(attributes.isPresent ? requireSet(attributes.at('Realm'), 'must name a realm') : []),
    ];
  },
};
