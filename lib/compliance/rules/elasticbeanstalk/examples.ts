import type { Examples } from '../example';
import { yaml } from '../yaml';

const option = (namespace: string, name: string, value: string) =>
  yaml(
    'Environment',
    'ElasticBeanstalk::Environment',
    'ApplicationName: notes',
    'OptionSettings:',
    `  - { Namespace: '${namespace}', OptionName: ${name}, Value: ${value} }`,
  );
const both = (namespace: string, name: string, bad: string, good: string) => ({
  bad: option(namespace, name, bad),
  good: option(namespace, name, good),
});

export const elasticbeanstalkExamples: Examples = {
  'elasticbeanstalk-enhanced-health': both(
    'aws:elasticbeanstalk:healthreporting:system',
    'SystemType',
    'basic',
    'enhanced',
  ),
  'elasticbeanstalk-instance-metadata': both(
    'aws:autoscaling:launchconfiguration',
    'DisableIMDSv1',
    'false',
    'true',
  ),
  'elasticbeanstalk-logs-streamed': both(
    'aws:elasticbeanstalk:cloudwatch:logs',
    'StreamLogs',
    'false',
    'true',
  ),
  'elasticbeanstalk-managed-updates': both(
    'aws:elasticbeanstalk:managedactions',
    'ManagedActionsEnabled',
    'false',
    'true',
  ),
};
