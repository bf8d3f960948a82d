import { allowLiteral, requireLiteral } from '../../requirement';
import type { Rule } from '../../rule';
import { isTrue } from '../../template/value';
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
