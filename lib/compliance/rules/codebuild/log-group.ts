import type { Rule } from '../../rule';
import { requireLogGroup } from '../cloudformation/log-group';

export const logGroup: Rule = {
  id: 'codebuild-log-group',
  title: 'builds write to a log group of their own',
  severity: 'warning',
  controls: ['164.312(b)', '164.316(b)(2)(i)'],
  profiles: ['strict'],
  why: 'The group that CodeBuild makes by itself has no key of yours, keeps for ever and is judged by nobody.',
  fix: 'set GroupName of LogsConfig.CloudWatchLogs, or its Status to DISABLED beside S3Logs',
  resourceTypes: ['AWS::CodeBuild::Project'],
  check(project) {
    return requireLogGroup(project.property('LogsConfig.CloudWatchLogs'), {
      choice: 'Status',
      writes: (status) => status !== 'DISABLED',
      group: ['GroupName'],
    });
  },
};
