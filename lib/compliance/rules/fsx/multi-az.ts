import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isNeverSet, matches } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';

export const multiAz: Rule = {
  id: 'fsx-multi-az',
  title: 'file systems run in two Availability Zones',
  severity: 'warning',
  controls: ['164.308(a)(7)(ii)(B)', '164.308(a)(7)(ii)(C)'],
  profiles: ['strict'],
  why: 'Without a standby a failed zone takes the files away until it is back.',
  fix: 'set DeploymentType to one that begins with MULTI_AZ',
  resourceTypes: ['AWS::FSx::FileSystem'],
  check(files) {
    const kinds = ['WindowsConfiguration', 'OntapConfiguration', 'OpenZFSConfiguration'].map((name) =>
      files.property(name),
    );
    const set = kinds.filter((kind) => !isNeverSet(kind));
    return set.length === 0
      ? 'not-applicable'
      : set.flatMap((kind) =>
          whereThere(kind, (block) =>
            requireLiteral(block.at('DeploymentType'), matches(/^MULTI_AZ/u), 'must begin with MULTI_AZ'),
          ),
        );
  },
};
