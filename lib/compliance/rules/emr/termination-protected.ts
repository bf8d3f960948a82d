import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { requireRetained } from '../cloudformation/retained';

export const terminationProtected: Rule = {
  id: 'emr-termination-protected',
  title: 'clusters are not ended by mistake',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'With a cluster go the records on its disks.',
  fix: 'set Instances.TerminationProtected to true, DeletionPolicy and UpdateReplacePolicy to Retain',
  resourceTypes: ['AWS::EMR::Cluster'],
  check(cluster) {
    return [
      ...requireRetained(cluster),
      ...requireLiteral(cluster.property('Instances.TerminationProtected'), isTrue, 'must be true'),
    ];
  },
};
