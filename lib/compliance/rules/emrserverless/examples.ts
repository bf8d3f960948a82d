import type { Examples } from '../example';
import { KEY_IN_YAML, yaml } from '../yaml';

const application = (line: string) => yaml('Application', 'EMRServerless::Application', 'Type: SPARK', line);
const monitoring = (line: string) => application(`MonitoringConfiguration: { ${line} }`);

export const emrserverlessExamples: Examples = {
  'emrserverless-customer-key': {
    bad: application('Name: notes'),
    good: monitoring(
      'ManagedPersistenceMonitoringConfiguration: { EncryptionKeyArn: !GetAtt Key.Arn }',
    ).concat(KEY_IN_YAML),
  },
  'emrserverless-in-vpc': {
    bad: application('Name: notes'),
    good: application('NetworkConfiguration: { SubnetIds: [subnet-1], SecurityGroupIds: [sg-1] }'),
  },
  'emrserverless-interactive-off': {
    bad: application('InteractiveConfiguration: { LivyEndpointEnabled: true }'),
    good: application('InteractiveConfiguration: { LivyEndpointEnabled: false }'),
  },
  'emrserverless-logged': {
    bad: application('Name: notes'),
    good: monitoring('CloudWatchLoggingConfiguration: { Enabled: true }'),
  },
};
