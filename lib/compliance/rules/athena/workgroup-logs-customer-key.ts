import type { Rule } from '../../rule';
import { whereThere } from '../cloudformation/where-there';
import { requireCustomerKey } from '../kms/customer-key';
import { mayRunSpark } from './spark';

const CONTENT = 'CustomerContentEncryptionConfiguration';
const PLACES = [
  CONTENT,
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
    // SQL has no content of its own
    const content = configuration.at(CONTENT);
    const missing =
      mayRunSpark(group) === true && content.values.some(({ kind }) => kind === 'absent')
        ? requireCustomerKey(content.at('KmsKey'))
        : [];
    if (places.length === 0 && missing.length === 0) return 'not-applicable';
    return [
      ...missing,
      ...places.flatMap((place) => whereThere(place, (each) => requireCustomerKey(each.at('KmsKey')))),
    ];
  },
};
