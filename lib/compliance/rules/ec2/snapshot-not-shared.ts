import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';

export const snapshotNotShared: Rule = {
  id: 'ec2-snapshot-not-shared',
  title: 'no snapshot of the account can be made public',
  severity: 'error',
  controls: ['164.312(a)(1)', '164.502(a)'],
  profiles: ['hipaa'],
  why: 'Public snapshots are copied by strangers within hours; each holds a whole disk.',
  fix: 'set State to block-all-sharing',
  resourceTypes: ['AWS::EC2::SnapshotBlockPublicAccess'],
  check(block) {
    return requireLiteral(
      block.property('State'),
      (state) => state === 'block-all-sharing',
      'must be block-all-sharing',
    );
  },
};
