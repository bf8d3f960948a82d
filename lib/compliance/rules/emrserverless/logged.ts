import { finding, unknown, type Rule } from '../../rule';
import { accepts } from '../cloudformation/members';

export const logged: Rule = {
  id: 'emrserverless-logged',
  title: 'logs of serverless jobs go where you can keep them',
  severity: 'warning',
  controls: ['164.312(b)'],
  profiles: ['strict'],
  why: 'EMR keeps logs for 30 days, where nothing but its console shows them.',
  fix: 'set S3MonitoringConfiguration.LogUri, or CloudWatchLoggingConfiguration.Enabled to true',
  resourceTypes: ['AWS::EMRServerless::Application'],
  check(application) {
    const monitoring = application.property('MonitoringConfiguration');
    const uri = monitoring.at('S3MonitoringConfiguration.LogUri').values;
    const inS3 = uri.some(({ kind }) => kind === 'absent')
      ? false
      : uri.some(({ kind }) => kind === 'unknown')
        ? undefined
        : true;
    const inCloudWatch = accepts(
      monitoring.at('CloudWatchLoggingConfiguration.Enabled'),
      (value) => value === true || value === 'true',
    );
    if (inS3 === true || inCloudWatch === true) return [];
    return [
      inS3 === false && inCloudWatch === false
        ? finding(monitoring.path, 'names neither a bucket nor a log group')
        : unknown(monitoring.path, 'cannot be read; it must name a bucket or a log group'),
    ];
  },
};
