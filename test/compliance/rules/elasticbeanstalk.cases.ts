import { enhancedHealth } from '../../../lib/compliance/rules/elasticbeanstalk/enhanced-health';
import { instanceMetadata } from '../../../lib/compliance/rules/elasticbeanstalk/instance-metadata';
import { logsStreamed } from '../../../lib/compliance/rules/elasticbeanstalk/logs-streamed';
import { managedUpdates } from '../../../lib/compliance/rules/elasticbeanstalk/managed-updates';
import type { Json } from '../../../lib/compliance/template/json';
import { casesOf, either, OPEN, seen, subject } from '../../support/judge-template';

const ENVIRONMENT = 'AWS::ElasticBeanstalk::Environment';
const SETTINGS = 'Properties.OptionSettings';
const set = (namespace: string, name: Json, value: Json) =>
  subject(ENVIRONMENT, {
    OptionSettings: [
      { Namespace: 'aws:autoscaling:asg', OptionName: 'MinSize', Value: '1' },
      { Namespace: namespace, OptionName: name, Value: value },
    ],
  });

const optionCases = (namespace: string, name: string, good: Json, bad: Json) => ({
  'the option is compliant': set(namespace, name, good),
  'another value is a finding': seen(set(namespace, name, bad), SETTINGS),
  'another value in one branch is a finding': set(namespace, name, either(good, bad)),
  'the option in another namespace is a finding': set('aws:elasticbeanstalk:application', name, good),
  'no options is a finding': seen(subject(ENVIRONMENT), SETTINGS),
  'a value left to a parameter is unknown': set(namespace, name, OPEN),
  'a name left to a parameter is unknown': set(namespace, OPEN, good),
  'options left to a parameter is unknown': subject(ENVIRONMENT, { OptionSettings: OPEN }),
});

export const elasticbeanstalkCases = [
  casesOf(
    enhancedHealth,
    optionCases('aws:elasticbeanstalk:healthreporting:system', 'SystemType', 'enhanced', 'basic'),
  ),
  casesOf(
    managedUpdates,
    optionCases('aws:elasticbeanstalk:managedactions', 'ManagedActionsEnabled', true, false),
  ),
  casesOf(logsStreamed, optionCases('aws:elasticbeanstalk:cloudwatch:logs', 'StreamLogs', true, false)),
  casesOf(instanceMetadata, optionCases('aws:autoscaling:launchconfiguration', 'DisableIMDSv1', true, false)),
];
