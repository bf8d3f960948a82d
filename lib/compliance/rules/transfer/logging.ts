import { finding, type Rule } from '../../rule';
import type { Property } from '../../template/property';
import { requirePresent } from '../cloudformation/set';

export const logging: Rule = {
  id: 'transfer-logging',
  title: 'file transfers are logged',
  severity: 'error',
  controls: ['164.312(b)', '164.528'],
  profiles: ['hipaa'],
  why: 'Without the log nobody can say which partner took which file: a disclosure without account.',
  fix: 'set StructuredLogDestinations to a log group, or LoggingRole',
  resourceTypes: ['AWS::Transfer::Server', 'AWS::Transfer::Connector'],
  check(resource) {
    const role = resource.property('LoggingRole');
    const destinations = resource.property('StructuredLogDestinations');
    const isSet = (property: Property) => requirePresent(property, '').length === 0;
    return isSet(role) || isSet(destinations) ? [] : [finding(role.path, 'logs nothing')];
  },
};
