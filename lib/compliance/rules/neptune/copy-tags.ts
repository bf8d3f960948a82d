import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';

export const copyTags: Rule = {
  id: 'neptune-copy-tags',
  title: 'snapshots carry the tags of their Neptune cluster',
  severity: 'warning',
  controls: ['164.310(d)(2)(iii)'],
  profiles: ['strict'],
  why: 'A snapshot without tags is outside every rule that goes by tags: access, backup, retention.',
  fix: 'set CopyTagsToSnapshot to true',
  resourceTypes: ['AWS::Neptune::DBCluster'],
  check(cluster) {
    return requireLiteral(cluster.property('CopyTagsToSnapshot'), isTrue, 'must be true');
  },
};
