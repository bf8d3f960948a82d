import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isNeverSet, matches } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';

export const lustrePersistent: Rule = {
  id: 'fsx-lustre-persistent',
  title: 'file systems of Lustre keep a second copy of what they hold',
  severity: 'warning',
  controls: ['164.312(c)(1)', '164.308(a)(7)(ii)(A)'],
  profiles: ['strict'],
  why: 'A scratch file system, which is the default, loses its files with the server that fails, and is never backed up.',
  fix: 'set LustreConfiguration.DeploymentType to PERSISTENT_2',
  resourceTypes: ['AWS::FSx::FileSystem'],
  check(files) {
    const lustre = files.property('LustreConfiguration');
    if (isNeverSet(lustre)) return 'not-applicable';
    return whereThere(lustre, (block) =>
      requireLiteral(block.at('DeploymentType'), matches(/^PERSISTENT_/u), 'must begin with PERSISTENT'),
    );
  },
};
