import { requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
import { onContainers } from './containers';

export const jobReadOnly: Rule = {
  id: 'batch-job-read-only',
  title: 'containers of jobs cannot write to their own file system',
  severity: 'warning',
  controls: ['164.308(a)(5)(ii)(B)', '164.312(c)(1)'],
  profiles: ['strict'],
  why: 'Malware cannot install itself, and no PHI is left behind, where nothing can be written.',
  fix: 'set ReadonlyRootFilesystem to true, and mount a volume where the program must write',
  resourceTypes: ['AWS::Batch::JobDefinition'],
  check(job) {
    return onContainers(job, ({ settings, isPod }) =>
      requireLiteral(
        settings.at(isPod ? 'ReadOnlyRootFilesystem' : 'ReadonlyRootFilesystem'),
        isTrue,
        'must be true',
      ),
    );
  },
};
