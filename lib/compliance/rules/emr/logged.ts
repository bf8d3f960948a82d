import type { Rule } from '../../rule';
import { requireSet } from '../cloudformation/set';

export const logged: Rule = {
  id: 'emr-logged',
  title: 'logs of clusters outlive them',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(1)(ii)(D)'],
  profiles: ['hipaa'],
  why: 'Logs on the master node end with the cluster, often after minutes.',
  fix: 'set LogUri to a bucket',
  resourceTypes: ['AWS::EMR::Cluster'],
  check(cluster) {
    return requireSet(cluster.property('LogUri'), 'must name a bucket');
  },
};
