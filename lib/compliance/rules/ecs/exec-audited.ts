import { allowLiteral, requireLiteral } from '../../requirement';
import { unknown, type Observation, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { isTrue } from '../../template/value';
import { accepts } from '../cloudformation/members';
import { requireSet } from '../cloudformation/set';
import { whereThere } from '../cloudformation/where-there';

export const execAudited: Rule = {
  id: 'ecs-exec-audited',
  title: 'commands that somebody runs inside containers are recorded, encrypted',
  severity: 'error',
  controls: ['164.312(b)', '164.308(a)(5)(ii)(C)'],
  profiles: ['hipaa'],
  why: 'ECS Exec is a shell next to PHI; what was typed and shown there is evidence, and may itself be PHI.',
  fix: 'set Logging to OVERRIDE with a LogConfiguration whose CloudWatchEncryptionEnabled or S3EncryptionEnabled is true',
  resourceTypes: ['AWS::ECS::Cluster'],
  check(cluster) {
    const exec = cluster.property('Configuration.ExecuteCommandConfiguration');
    if (!exec.isPresent) return 'not-applicable';
    return whereThere(exec, (block) => [
      ...allowLiteral(block.at('Logging'), (value) => value !== 'NONE', 'must not be NONE'),
      ...requireTarget(block),
      ...whereThere(block.at('LogConfiguration'), (log) => [
        ...whereThere(log.at('CloudWatchLogGroupName'), () =>
          requireLiteral(log.at('CloudWatchEncryptionEnabled'), isTrue, 'must be true'),
        ),
        ...whereThere(log.at('S3BucketName'), () =>
          requireLiteral(log.at('S3EncryptionEnabled'), isTrue, 'must be true'),
        ),
      ]),
    ]);
  },
};

/** OVERRIDE says that the log of the task is not the one; something must say which. */
function requireTarget(block: Property): readonly Observation[] {
  const answers = block
    .at('Logging')
    .alternatives()
    .map((logging) => accepts(logging, (value) => value === 'OVERRIDE'));
  if (answers.every((answer) => answer === false)) return [];
  const seen = requireSet(block.at('LogConfiguration'), 'must say where the record goes');
  return answers.includes(true) ? seen : seen.map(({ property, message }) => unknown(property, message));
}
