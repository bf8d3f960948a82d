import type { Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';

const PLACES = [
  'CustomerContentEncryptionConfiguration',
  'MonitoringConfiguration.ManagedLoggingConfiguration',
  'MonitoringConfiguration.S3LoggingConfiguration',
];

export const workgroupLogsCustomerKey: Rule = {
  id: 'athena-workgroup-logs-customer-key',
  title: 'logs and notebooks of workgroups encrypt with a customer-managed key',
  severity: 'warning',
  controls: ['164.312(a)(2)(iv)'],
  profiles: ['strict'],
  why: 'Sessions log the values that they work on.',
  fix: 'set KmsKey in CustomerContentEncryptionConfiguration and in each logging configuration of MonitoringConfiguration',
  resourceTypes: ['AWS::Athena::WorkGroup'],
  check(group) {
    const configuration = group.property('WorkGroupConfiguration');
    const places = PLACES.map((path) => configuration.at(path)).filter(({ isPresent }) => isPresent);
    if (places.length === 0) return 'not-applicable';
    return places.flatMap((place) => whereThere(place, (each) => requireCustomerKey(each.at('KmsKey'))));
  },
};
