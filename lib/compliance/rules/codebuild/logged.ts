import { finding, unknown, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

export const logged: Rule = {
  id: 'codebuild-logged',
  title: 'what builds did is kept in a log',
  severity: 'error',
  controls: ['164.312(b)'],
  profiles: ['hipaa'],
  why: 'Builds change what handles PHI; without their log nobody can say how.',
  fix: 'leave LogsConfig out, or enable CloudWatchLogs or S3Logs',
  resourceTypes: ['AWS::CodeBuild::Project'],
  check(project) {
    const logs = project.property('LogsConfig');
    // CloudWatch is on unless turned off, S3 off unless turned on
    const cloudWatch = accepts(logs.at('CloudWatchLogs.Status'), (status) => status !== 'DISABLED');
    const s3 = accepts(logs.at('S3Logs.Status'), (status) => status === 'ENABLED');
    if (cloudWatch === true || s3 === true) return [];
    return [
      cloudWatch === false && s3 === false
        ? finding(logs.path, 'turns off both logs')
        : unknown(logs.path, 'cannot be read; one of the logs must be on'),
    ];
  },
};
