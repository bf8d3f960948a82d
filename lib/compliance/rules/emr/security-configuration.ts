import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const securityConfiguration: Rule = {
  id: 'emr-security-configuration',
  title: 'clusters have a security configuration',
  severity: 'error',
  controls: ['164.312(a)(2)(iv)', '164.312(e)(1)'],
  profiles: ['hipaa'],
  why: 'Without one nothing in a cluster is encrypted, on disk or between nodes.',
  fix: 'set SecurityConfiguration to an AWS::EMR::SecurityConfiguration',
  resourceTypes: ['AWS::EMR::Cluster'],
  check(cluster) {
    return requireSet(cluster.property('SecurityConfiguration'), 'must name a security configuration');
  },
};
