import { allowLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isOneOf } from '../cloudformation/certainty';
import { requireSet } from '../cloudformation/set';

export const replicated: Rule = {
  id: 'efs-replicated',
  title: 'file systems have a replica that nobody can overwrite',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)'],
  profiles: ['strict'],
  why: 'A Region that is away takes a file system without replica with it.',
  fix: 'set ReplicationConfiguration with a destination, and leave FileSystemProtection.ReplicationOverwriteProtection ENABLED',
  resourceTypes: ['AWS::EFS::FileSystem'],
  check(files) {
    return [
      ...requireSet(files.property('ReplicationConfiguration.Destinations'), 'must name a destination'),
      ...allowLiteral(
        files.property('FileSystemProtection.ReplicationOverwriteProtection'),
        (value) => !isOneOf('DISABLED')(value),
        'must not be DISABLED',
      ),
    ];
  },
};
