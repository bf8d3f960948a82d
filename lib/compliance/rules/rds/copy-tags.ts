import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isClusterMember } from './cluster-member';

export const copyTags: Rule = {
  id: 'rds-copy-tags',
  title: 'snapshots carry the tags of their database',
  severity: 'warning',
  controls: ['164.310(d)(2)(iii)'],
  profiles: ['strict'],
  why: 'A snapshot without tags is outside every rule that goes by tags: access, backup, retention.',
  fix: 'set CopyTagsToSnapshot to true',
  resourceTypes: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  check(database) {
    if (isClusterMember(database)) return 'not-applicable';
    return requireLiteral(database.property('CopyTagsToSnapshot'), isTrue, 'must be true');
  },
};
