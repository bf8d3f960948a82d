import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { isNeverSet } from '../cloudformation/certainty';
import { whereThere } from '../cloudformation/where-there';

export const copyTags: Rule = {
  id: 'fsx-copy-tags',
  title: 'backups carry the tags of their file system',
  severity: 'warning',
  controls: ['164.310(d)(2)(iii)'],
  profiles: ['strict'],
  why: 'A backup without tags is outside every rule that goes by tags: access, retention.',
  fix: 'set CopyTagsToBackups to true',
  resourceTypes: ['AWS::FSx::FileSystem'],
  check(files) {
    const kinds = ['WindowsConfiguration', 'LustreConfiguration', 'OpenZFSConfiguration'].map((name) =>
      files.property(name),
    );
    const set = kinds.filter((kind) => !isNeverSet(kind));
    return set.length === 0
      ? 'not-applicable'
      : set.flatMap((kind) =>
          whereThere(kind, (block) => requireLiteral(block.at('CopyTagsToBackups'), isTrue, 'must be true')),
        );
  },
};
