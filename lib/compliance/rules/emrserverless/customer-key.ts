import type { Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

export const customerKey: Rule = {
  id: 'emrserverless-customer-key',
  title: 'logs of serverless jobs are encrypted with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Under a key of AWS nobody but AWS can say who may read them, or stop it.',
  fix: 'set EncryptionKeyArn of every destination in MonitoringConfiguration',
  resourceTypes: ['AWS::EMRServerless::Application'],
  check(application) {
    const monitoring = application.property('MonitoringConfiguration');
    return [
      // kept by AWS unless turned off
      ...requireCustomerKey(monitoring.at('ManagedPersistenceMonitoringConfiguration.EncryptionKeyArn')),
      ...['S3MonitoringConfiguration', 'CloudWatchLoggingConfiguration'].flatMap((name) =>
        whereThere(monitoring.at(name), (block) => requireCustomerKey(block.at('EncryptionKeyArn'))),
      ),
    ];
  },
};
